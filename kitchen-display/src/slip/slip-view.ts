// What one ticket says on the glass, worked out once for each state of it: words of a language and places come later.
import type { AllergenMark } from '@comanda/shared/domain/allergen-marks'
import { lateAt } from '@comanda/shared/domain/prep-target'
import type { State } from '@comanda/shared/domain/state'
import { type CardLine, type TicketCard, ticketCard } from '@comanda/shared/domain/ticket-card'
import type { ItemId, LineId, StationId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import type { Allergy, Line, LineModifier, Order } from '@comanda/shared/model/order'
import type { Ticket } from '@comanda/shared/model/ticket'
import { type AskStanding, askOf } from './asks.ts'

export type Option = { readonly kind: 'no' | 'extra' | 'side' | 'plus' | 'plain'; readonly text: string }

export type Was = {
  readonly at: number
  readonly quantity?: number
  readonly name?: string
  readonly options?: readonly Option[]
  readonly note?: string | null
}

export type SlipLine = {
  readonly lineId: LineId
  readonly itemId: ItemId
  readonly quantity: number
  readonly name: string
  readonly options: readonly Option[]
  readonly done: boolean
  readonly mark: AllergenMark
  /** Whose it is, where the order has an allergy of one seat: elsewhere a seat says nothing to a cook. */
  readonly seats: readonly number[]
  readonly note?: string
  readonly was?: Was
  /** Struck, and a cook has still to say whether it was made. */
  readonly voided?: string
  readonly remade?: { readonly at: number; readonly reason: string }
  readonly ask?: AskStanding
}

export type SlipGroup = {
  /** Came later: under an ADD-ON rule. */
  readonly addedAt?: number
  readonly queuedSince?: number
  readonly told: boolean
  readonly lines: readonly SlipLine[]
}

export type SlipView = {
  readonly ticket: Ticket
  readonly order: Order
  readonly number: number
  readonly table?: string
  readonly name?: string
  readonly waiter?: string
  readonly note?: string
  readonly allergies: readonly Allergy[]
  readonly allergySeen: boolean
  readonly groups: readonly SlipGroup[]
  readonly alsoAt: readonly StationId[]
  readonly held: readonly { readonly course: Course; readonly items: number }[]
  readonly printed?: PrintedMark
  readonly lateAt: number
  readonly done: number
  readonly all: number
  readonly openVoids: number
}

/** Names set in capitals are hard to tell apart from two metres, and wider: they are set as words. NO stays in capitals. */
export const readable = (kitchenName: string): string =>
  kitchenName === kitchenName.toUpperCase() && kitchenName.length > 3
    ? kitchenName.charAt(0) + kitchenName.slice(1).toLowerCase()
    : kitchenName

const optionOf = (state: State, modifier: LineModifier): Option => {
  const text = readable(modifier.kitchenName)
  switch (modifier.prefix) {
    case 'no':
      return { kind: 'no', text: modifier.kitchenName.toUpperCase() }
    case 'extra':
      return { kind: 'extra', text: text.toLowerCase() }
    case 'on-side':
      return { kind: 'side', text: text.toLowerCase() }
    case undefined: {
      // an answer to a question that must be answered is what the dish is; anything else comes on top
      const required = (state.catalog.modifierGroups[modifier.groupId]?.min ?? 1) > 0
      return { kind: required ? 'plain' : 'plus', text: text.toLowerCase() }
    }
  }
}

/** What the dish is, in one row; then what it is without; then what comes on top. */
const optionsOf = (state: State, modifiers: readonly LineModifier[]): Option[] => {
  const options = modifiers.map((modifier) => optionOf(state, modifier))
  const plain = options.filter(({ kind }) => kind === 'plain').map(({ text }) => text)
  return [
    ...(plain.length === 0 ? [] : [{ kind: 'plain' as const, text: plain.join(' · ') }]),
    ...options.filter(({ kind }) => kind === 'no'),
    ...options.filter(({ kind }) => kind !== 'no' && kind !== 'plain'),
  ]
}

const wasOf = (state: State, { entry }: CardLine): Was | undefined => {
  const { before } = entry
  if (before === undefined) return undefined
  return {
    at: before.at,
    ...(before.quantity === undefined ? {} : { quantity: before.quantity }),
    ...(before.kitchenName === undefined ? {} : { name: readable(before.kitchenName) }),
    ...(before.modifiers === undefined ? {} : { options: optionsOf(state, before.modifiers) }),
    ...(before.note === undefined ? {} : { note: before.note }),
  }
}

const seatsOf = ({ seat, sharedBy }: Line): readonly number[] => sharedBy ?? (seat === undefined ? [] : [seat])

const slipLine = (state: State, order: Order, card: CardLine): SlipLine => {
  const { line, entry, mark } = card
  const was = wasOf(state, card)
  const first = line.remakeOf === undefined ? undefined : order.lines.find(({ id }) => id === line.remakeOf)
  const ask = askOf(state, line.id)
  return {
    lineId: line.id,
    itemId: line.itemId,
    quantity: line.quantity,
    name: readable(line.kitchenName),
    options: optionsOf(state, line.modifiers),
    done: entry.done,
    mark,
    seats: order.allergies.some(({ seat }) => seat !== undefined) ? seatsOf(line) : [],
    ...(line.note === undefined ? {} : { note: line.note }),
    ...(was === undefined ? {} : { was }),
    ...(line.voided === undefined ? {} : { voided: line.voided.reason }),
    ...(first?.sentBack === undefined ? {} : { remade: { at: first.sentBack.at, reason: first.sentBack.reason } }),
    ...(ask === undefined ? {} : { ask }),
  }
}

/** What was taken back, or struck and judged, is not the cook's any more. */
const isShown = ({ line }: CardLine): boolean =>
  line.status !== 'taken-back' && (line.voided === undefined || line.voided.verdict === undefined)

const groupsOf = (state: State, order: Order, card: TicketCard): SlipGroup[] => {
  const groups: { addedAt?: number; queuedSince?: number; told: boolean; lines: SlipLine[] }[] = []
  for (const each of card.lines.filter(isShown)) {
    const { addedAt } = each.entry
    const last = groups.at(-1)
    if (last !== undefined && last.addedAt === addedAt) last.lines.push(slipLine(state, order, each))
    else
      groups.push({
        ...(addedAt === undefined ? {} : { addedAt }),
        ...(each.round?.queuedSince === undefined ? {} : { queuedSince: each.round.queuedSince }),
        told: each.round?.alreadyTold === true,
        lines: [slipLine(state, order, each)],
      })
  }
  return groups
}

export type PrintedMark = 'printed' | 'sent' | 'older'

/** On paper is what the printer itself said of this version; until then it was only asked to, or an older one lies there. */
export const printedMark = (
  ticket: Pick<Ticket, 'version' | 'printed' | 'backupPrinted' | 'printAsked'>,
): PrintedMark | undefined => {
  if (ticket.printed >= ticket.version) return 'printed'
  if (Math.max(ticket.backupPrinted, ticket.printAsked) >= ticket.version) return 'sent'
  return ticket.printed > 0 ? 'older' : undefined
}

const heldOf = (order: Order): SlipView['held'] => {
  const held = new Map<Course, number>()
  for (const line of order.lines)
    if (line.status === 'held') held.set(line.course, (held.get(line.course) ?? 0) + line.quantity)
  return [...held].sort(([a], [b]) => a - b).map(([course, items]) => ({ course, items }))
}

export const slipView = (state: State, ticket: Ticket): SlipView | undefined => {
  const order = state.orders.get(ticket.orderId)
  const card = ticketCard(state, ticket, 0)
  if (order === undefined || card === undefined) return undefined
  const groups = groupsOf(state, order, card)
  const lines = groups.flatMap((group) => group.lines)
  const live = lines.filter(({ voided }) => voided === undefined)
  const printed = printedMark(ticket)
  return {
    ticket,
    order,
    number: card.number,
    ...(card.table === undefined ? {} : { table: card.table }),
    ...(card.name === undefined ? {} : { name: card.name }),
    ...(card.waiter === undefined ? {} : { waiter: card.waiter }),
    ...(card.note === undefined ? {} : { note: card.note }),
    allergies: card.allergies,
    allergySeen: ticket.allergyAcknowledged >= ticket.allergyVersion,
    groups,
    alsoAt: card.alsoAt,
    held: heldOf(order),
    ...(printed === undefined ? {} : { printed }),
    lateAt: lateAt(state, order, ticket),
    done: live.filter(({ done }) => done).length,
    all: live.length,
    openVoids: lines.length - live.length,
  }
}
