// Reads a round's event: each line whole, and what became of the tickets. Here stands what an absent field means; nothing is
// worked out that the event does not say.
import type { LineId, StationId } from '../model/ids.ts'
import type { CourseState, Line, LineModifier } from '../model/order.ts'
import { commandOfRound, entityId } from './entity-id.ts'
import type { Firing, TicketOpening } from './events/firing.ts'
import type { RoundSent, SentCourse, SentLine, SentModifier, SentTicket } from './events/round.ts'

const noModifiers: LineModifier[] = []
const noAllergens: LineModifier['allergens'] = []

export const sentLineIds = ({ round, lines }: Pick<RoundSent, 'round' | 'lines'>): LineId[] => {
  const command = commandOfRound(round.id)
  return lines.map(({ position }, place) => entityId<LineId>(command, position ?? place))
}

const modifierOf = (sent: SentModifier): LineModifier => {
  const modifier: LineModifier = {
    groupId: sent.groupId,
    modifierId: sent.modifierId,
    name: sent.name,
    kitchenName: sent.kitchenName,
    prepSeconds: sent.prepSeconds ?? 0,
    allergens: sent.allergens ?? noAllergens,
  }
  if (sent.prefix !== undefined) modifier.prefix = sent.prefix
  if (sent.price !== undefined) modifier.price = sent.price
  return modifier
}

/** Where a line is made: of each of its tickets the station that it was meant for. */
export const stationsOfTickets = (tickets: readonly SentTicket[]): StationId[] =>
  tickets.map(({ firedFor, stationId }) => firedFor ?? stationId)

/** With the moments at which it came where it is. */
const placed = (line: Line, at: number): Line => {
  switch (line.status) {
    case 'started':
      line.firedAt = at
      line.startedAt = at
      return line
    case 'served':
      line.firedAt = at
      line.servedAt = at
      return line
    case 'fired':
      line.firedAt = at
      return line
    default:
      return line
  }
}

type Common = Pick<RoundSent, 'round' | 'areaId' | 'categories' | 'taxes'>

const categoryOf = ({ categories }: Common, { categoryId }: SentLine): Common['categories'][number] => {
  for (const category of categories) if (category.id === categoryId) return category
  throw new Error(`a round names a category that it does not tell: ${categoryId}`)
}

const addMoney = (line: Line, { taxes }: Common, { unitPrice, cost, taxId }: SentLine): void => {
  if (unitPrice !== undefined) line.unitPrice = unitPrice
  if (cost !== undefined) line.cost = cost
  if (taxId === undefined) return
  line.taxId = taxId
  const tax = taxes?.find(({ id }) => id === taxId)
  if (tax === undefined) return
  line.taxRate = tax.rate
  line.taxIncluded = tax.included
}

const lineOf = (common: Common, sent: SentLine, id: LineId, tickets: readonly SentTicket[]): Line => {
  const { round, areaId } = common
  const category = categoryOf(common, sent)
  const line: Line = {
    id,
    roundId: round.id,
    itemId: sent.itemId,
    name: sent.name,
    kitchenName: sent.kitchenName,
    categoryId: sent.categoryId,
    categoryName: category.name,
    categoryKind: category.kind,
    stations: sent.stations ?? stationsOfTickets(tickets),
    course: sent.course ?? tickets[0]?.course ?? 0,
    prepSeconds: sent.prepSeconds,
    allergens: sent.allergens === undefined ? noAllergens : sent.allergens,
    sellerId: round.by,
    quantity: sent.quantity ?? 1,
    modifiers: sent.modifiers?.map(modifierOf) ?? noModifiers,
    status: sent.status ?? (tickets.length === 0 ? 'held' : 'fired'),
    sentAt: round.at,
    ticketIds: tickets.map(({ ticketId }) => ticketId),
  }
  addMoney(line, common, sent)
  if (areaId !== undefined) line.areaId = areaId
  if (sent.grams !== undefined) line.grams = sent.grams
  if (sent.seat !== undefined) line.seat = sent.seat
  if (sent.note !== undefined) line.note = sent.note
  return placed(line, round.at)
}

const ticketsOfLines = ({ lines, tickets }: RoundSent): SentTicket[][] => {
  const found: SentTicket[][] = lines.map(() => [])
  for (const ticket of tickets) for (const place of ticket.lines) found[place]?.push(ticket)
  return found
}

/** The lines as they stand after the round. `ids` are theirs, for whoever has made them already. */
export const sentLines = (event: RoundSent, ids: readonly LineId[] = sentLineIds(event)): Line[] => {
  const tickets = ticketsOfLines(event)
  const lines: Line[] = []
  for (const [place, sent] of event.lines.entries()) {
    const id = ids[place]
    if (id !== undefined) lines.push(lineOf(event, sent, id, tickets[place] ?? []))
  }
  return lines
}

const courseOf = ({ course, status, firedAt }: SentCourse, at: number): CourseState =>
  status === 'held' ? { course, status } : { course, status: 'fired', firedAt: firedAt ?? at }

const openingOf = (ticket: SentTicket, at: number, lineIds: LineId[]): TicketOpening => {
  const { ticketId, course, stationId, firedFor, quiet } = ticket
  const opening: TicketOpening = {
    ticketId,
    course,
    stationId,
    firedAt: at,
    rush: false,
    remake: false,
    lineIds,
  }
  if (firedFor !== undefined) opening.firedFor = firedFor
  if (quiet !== undefined) opening.quiet = quiet
  return opening
}

/** What it did to the kitchen. Its lines are whole already. */
export const sentFiring = (event: RoundSent, ids: readonly LineId[] = sentLineIds(event)): Firing => {
  const { at } = event.round
  const firing: Firing = {
    at,
    lines: [],
    opened: [],
    addedTo: [],
    courses: event.courses.map((course) => courseOf(course, at)),
  }
  for (const ticket of event.tickets) {
    const lineIds = ticket.lines.flatMap((place) => ids[place] ?? [])
    if (ticket.added === true) firing.addedTo.push({ ticketId: ticket.ticketId, lineIds })
    else firing.opened.push(openingOf(ticket, at, lineIds))
  }
  return firing
}
