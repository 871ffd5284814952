// The guests of one evening: who comes when, and what they are like. All of it follows from a seed, so whoever looks at a
// party, now or later, on whichever device, finds the same people.
import { entityId } from '@comanda/shared/domain/entity-id'
import type { State } from '@comanda/shared/domain/state'
import type { CommandId, OrderId } from '@comanda/shared/model/ids'
import type { OrderType } from '@comanda/shared/model/order'
import type { Millis } from '@comanda/shared/ports/time'
import { chanceFrom, trait } from './chance.ts'

export type Party = {
  /** Of the command that seats them or takes their order. */
  readonly id: CommandId
  readonly kind: OrderType
  readonly at: Millis
  readonly covers: number
  readonly name: string
}

/** Another try when they could not have what they asked for: an id is answered once, so each has its own. */
const tries = ['', '-again', '-once-more'] as const

export const attemptsOf = ({ id }: Party): readonly CommandId[] => tries.map((end) => `${id}${end}` as CommandId)

/** Seated, served or gone: the house knows them. */
export const isKnown = (state: State, party: Party): boolean =>
  attemptsOf(party).some((id) => {
    const orderId = entityId<OrderId>(id, 'o')
    return state.orders.has(orderId) || state.aliases.has(orderId)
  })

export type Evening = {
  readonly seed: string
  readonly opensAt: Millis
  /** From then on nobody new is let in. */
  readonly doorsCloseAt: Millis
  /** How often things go wrong: 1 as they do, more on an unlucky one. */
  readonly trouble: number
  /** In the order in which they come. */
  readonly parties: readonly Party[]
}

export type EveningPlan = {
  readonly seed: string
  readonly opensAt: Millis
  /** How long guests come, in this restaurant's time. */
  readonly length: Millis
  readonly parties: number
  readonly speed: number
  readonly trouble?: number
}

/** How busy each stretch of the time is: a slow start, a first wave, a lull, the rush, and the last ones. */
const curve = [2, 5, 8, 6, 3, 4, 8, 11, 9, 5, 2] as const

const names = ['Kim', 'Sam', 'Vera', 'Ivo', 'Nora', 'Paul', 'Mina', 'Tom', 'Alba', 'Gleb', 'Rosa', 'Hugo'] as const
const sizes = [1, 2, 2, 2, 2, 3, 3, 4, 4, 4, 5, 6, 8, 9] as const

/** Where in the evening, in [0, 1), a share of all the guests has come. */
function momentOf(share: number): number {
  const whole = curve.reduce((sum, height) => sum + height, 0)
  let left = share * whole
  for (const [index, height] of curve.entries()) {
    if (left < height) return (index + left / height) / curve.length
    left -= height
  }
  return 1
}

const kindOf = (draw: number): OrderType => (draw < 0.16 ? 'takeaway' : draw < 0.26 ? 'bar-tab' : 'dine-in')

export function planEvening({ seed, opensAt, length, parties, speed, trouble = 1 }: EveningPlan): Evening {
  const chance = chanceFrom(`evening ${seed}`)
  const moments = Array.from({ length: parties }, () => momentOf(chance.fraction())).sort((a, b) => a - b)
  return {
    seed,
    opensAt,
    trouble,
    doorsCloseAt: opensAt + length / speed,
    parties: moments.map((moment, index) => {
      const id = `party-${seed}-${index + 1}` as CommandId
      return {
        id,
        kind: kindOf(chance.fraction()),
        at: Math.round(opensAt + (moment * length) / speed),
        covers: chance.pick(sizes) ?? 2,
        name: chance.pick(names) ?? 'Kim',
      }
    }),
  }
}

/** What the people of an order are like. */
export const likes = (orderId: OrderId, what: string): number => trait(orderId, what)

export const walksOut = ({ trouble }: Evening, orderId: OrderId): boolean =>
  likes(orderId, 'walks out') < 0.008 * trouble

/** They look at the bill and want something off it. */
export const haggles = ({ trouble }: Evening, orderId: OrderId): boolean => likes(orderId, 'haggles') < 0.04 * trouble
