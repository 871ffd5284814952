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

const sentModifier = ({ prepSeconds, allergens, ...modifier }: LineModifier): SentModifier => ({
  ...modifier,
  ...(prepSeconds === 0 ? {} : { prepSeconds }),
  ...(allergens.length === 0 ? {} : { allergens }),
})

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

const sentTickets = (state: State, lines: readonly Placed[], firing: Firing): SentTicket[] => {
  const places = new Map(lines.map(({ line }, place) => [line.id, place]))
  const placesOf = (lineIds: readonly Line['id'][]): number[] => lineIds.flatMap((id) => places.get(id) ?? [])
  const opened = firing.opened.map(
    ({ ticketId, course, stationId, firedFor, quiet, lineIds }): SentTicket => ({
      ticketId,
      course,
      stationId,
      ...(firedFor === undefined ? {} : { firedFor }),
      ...(quiet === true ? { quiet } : {}),
      lines: placesOf(lineIds),
    }),
  )
  const added = firing.addedTo.flatMap(({ ticketId, lineIds }): SentTicket[] => {
    const ticket = state.tickets.get(ticketId)
    if (ticket === undefined) return []
    const { course, stationId, firedFor } = ticket
    const on = { ticketId, course, stationId, ...(firedFor === undefined ? {} : { firedFor }) }
    return [{ ...on, added: true, lines: placesOf(lineIds) }]
  })
  return [...opened, ...added]
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
