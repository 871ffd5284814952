// Writes a round's event from its lines as they stand after it: what they share is told once, and what the reader knows
// anyway is left out (sent-round.ts).
import type { Line, LineModifier, Order, Round } from '../../model/order.ts'
import type { Firing } from '../events/firing.ts'
import type { RoundSent, SentCourse, SentLine, SentModifier, SentTicket } from '../events/round.ts'
import { stationsOfTickets } from '../sent-round.ts'
import type { State } from '../state.ts'

export type ToldRound = Pick<RoundSent, 'areaId' | 'categories' | 'taxes' | 'lines' | 'tickets' | 'courses'>

/** A line of a round, and its position in the command. */
export type Placed = { readonly line: Line; readonly position: number }

const sentModifier = (modifier: LineModifier): SentModifier => {
  const sent: SentModifier = {
    groupId: modifier.groupId,
    modifierId: modifier.modifierId,
    name: modifier.name,
    kitchenName: modifier.kitchenName,
  }
  if (modifier.prefix !== undefined) sent.prefix = modifier.prefix
  if (modifier.price !== undefined) sent.price = modifier.price
  if (modifier.prepSeconds !== 0) sent.prepSeconds = modifier.prepSeconds
  if (modifier.allergens.length > 0) sent.allergens = modifier.allergens
  return sent
}

const sameStations = (a: Line['stations'], b: Line['stations']): boolean =>
  a.length === b.length && a.every((station, i) => station === b[i])

const sentLine = ({ line, position }: Placed, place: number, tickets: readonly SentTicket[]): SentLine => {
  const sent: SentLine = {
    itemId: line.itemId,
    name: line.name,
    kitchenName: line.kitchenName,
    categoryId: line.categoryId,
    prepSeconds: line.prepSeconds,
  }
  if (position !== place) sent.position = position
  if (line.unitPrice !== undefined) sent.unitPrice = line.unitPrice
  if (line.cost !== undefined) sent.cost = line.cost
  if (line.taxId !== undefined) sent.taxId = line.taxId
  if (!sameStations(line.stations, stationsOfTickets(tickets))) sent.stations = line.stations
  if (line.course !== tickets[0]?.course) sent.course = line.course
  if (line.allergens === null || line.allergens.length > 0) sent.allergens = line.allergens
  if (line.quantity !== 1) sent.quantity = line.quantity
  if (line.grams !== undefined) sent.grams = line.grams
  if (line.seat !== undefined) sent.seat = line.seat
  if (line.modifiers.length > 0) sent.modifiers = line.modifiers.map(sentModifier)
  if (line.note !== undefined) sent.note = line.note
  const { status } = line
  if (status !== (tickets.length === 0 ? 'held' : 'fired')) sent.status = status as NonNullable<SentLine['status']>
  return sent
}

const sentTicket = (ticket: Pick<SentTicket, 'ticketId' | 'course' | 'stationId' | 'firedFor'>): SentTicket => {
  const { ticketId, course, stationId, firedFor } = ticket
  const sent: SentTicket = { ticketId, course, stationId, lines: [] }
  if (firedFor !== undefined) sent.firedFor = firedFor
  return sent
}

const sentTickets = (state: State, lines: readonly Placed[], firing: Firing): SentTicket[] => {
  const placeOf = (lineId: Line['id']): number => lines.findIndex(({ line }) => line.id === lineId)
  const tickets: SentTicket[] = []
  for (const opening of firing.opened) {
    const sent = sentTicket(opening)
    if (opening.quiet === true) sent.quiet = true
    for (const lineId of opening.lineIds) sent.lines.push(placeOf(lineId))
    tickets.push(sent)
  }
  for (const { ticketId, lineIds } of firing.addedTo) {
    const running = state.tickets.get(ticketId)
    if (running === undefined) continue
    const { course, stationId, firedFor } = running
    const sent = sentTicket({ ticketId, course, stationId, firedFor })
    sent.added = true
    for (const lineId of lineIds) sent.lines.push(placeOf(lineId))
    tickets.push(sent)
  }
  return tickets
}

const sentCourse = ({ course, status, firedAt }: Order['courses'][number], at: number): SentCourse => {
  if (status === 'held') return { course, status }
  return firedAt === undefined || firedAt === at ? { course } : { course, firedAt }
}

export const toldRound = (
  state: State,
  order: Order,
  round: Round,
  lines: readonly Placed[],
  firing: Firing,
): ToldRound => {
  const tickets = sentTickets(state, lines, firing)
  const ticketsOf: SentTicket[][] = lines.map(() => [])
  for (const ticket of tickets) for (const place of ticket.lines) ticketsOf[place]?.push(ticket)
  const categories = new Map<string, RoundSent['categories'][number]>()
  const taxes = new Map<string, NonNullable<RoundSent['taxes']>[number]>()
  for (const { line } of lines) {
    const { categoryId, categoryName, categoryKind, taxId, taxRate, taxIncluded } = line
    if (!categories.has(categoryId))
      categories.set(categoryId, { id: categoryId, name: categoryName, kind: categoryKind })
    if (taxId !== undefined && taxRate !== undefined && taxIncluded !== undefined)
      taxes.set(taxId, { id: taxId, rate: taxRate, included: taxIncluded })
  }
  return {
    ...(order.areaId === undefined ? {} : { areaId: order.areaId }),
    categories: [...categories.values()],
    ...(taxes.size === 0 ? {} : { taxes: [...taxes.values()] }),
    lines: lines.map((placed, place) => sentLine(placed, place, ticketsOf[place] ?? [])),
    tickets,
    courses: firing.courses.map((course) => sentCourse(course, round.at)),
  }
}
