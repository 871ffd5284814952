// Allergies are declared for a seat or for the whole order, and stand on every ticket of it (ORD-5).
import type { AllergyId, CommandId } from '../../model/ids.ts'
import type { Allergy, Order } from '../../model/order.ts'
import type { CommandOf } from '../commands.ts'
import { type Decider, ok, refuse } from '../decision.ts'
import { entityId } from '../entity-id.ts'
import { error } from '../errors.ts'
import type { EventOf } from '../events.ts'
import { findOpenOrder } from '../find.ts'
import { openTicketIds } from '../order-tickets.ts'
import type { State } from '../state.ts'
import type { DeciderTable } from './decider-table.ts'

type Declared = NonNullable<CommandOf<'round.send'>['args']['allergies']>[number]

const isEmpty = (declared: Declared): boolean => declared.allergens.length === 0 && declared.text === undefined

const same = (allergy: Allergy, declared: Declared): boolean =>
  allergy.seat === declared.seat &&
  allergy.text === declared.text &&
  allergy.allergens.length === declared.allergens.length &&
  allergy.allergens.every((allergen) => declared.allergens.includes(allergen))

/** One event for each that says something new. */
export const declaredAllergies = (
  state: State,
  order: Order,
  commandId: CommandId,
  declared: readonly Declared[],
  now: number,
): EventOf<'allergy.declared'>[] => {
  const fresh = declared.filter((one) => !isEmpty(one) && !order.allergies.some((known) => same(known, one)))
  if (fresh.length === 0) return []
  const ticketIds = openTicketIds(state, order)
  return fresh.map(({ seat, allergens, text }, position) => ({
    type: 'allergy.declared',
    orderId: order.id,
    allergy: {
      id: entityId<AllergyId>(commandId, `a${position}`),
      ...(seat === undefined ? {} : { seat }),
      allergens,
      ...(text === undefined ? {} : { text }),
      declaredAt: now,
    },
    ticketIds,
  }))
}

const declareAllergy: Decider<'allergy.declare'> = (state, command, context) => {
  const { orderId, ...declared } = command.args
  const found = findOpenOrder(state, orderId)
  if (!found.ok) return found
  if (isEmpty(declared)) return refuse(error('nothing-asked'))
  return ok(declaredAllergies(state, found.value, command.id, [declared], context.now))
}

const withdrawAllergy: Decider<'allergy.withdraw'> = (state, command) => {
  const { orderId, allergyId } = command.args
  const found = findOpenOrder(state, orderId)
  if (!found.ok) return found
  const order = found.value
  if (!order.allergies.some((allergy) => allergy.id === allergyId))
    return refuse(error('allergy-not-found', { allergyId }))
  return ok([{ type: 'allergy.withdrawn', orderId: order.id, allergyId, ticketIds: openTicketIds(state, order) }])
}

export const allergyDeciders: DeciderTable<'allergy.declare' | 'allergy.withdraw'> = {
  'allergy.declare': declareAllergy,
  'allergy.withdraw': withdrawAllergy,
}
