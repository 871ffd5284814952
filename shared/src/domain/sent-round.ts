// Reads a round's event: each line whole, and what became of the tickets. Here stands what an absent field means; nothing is
// worked out that the event does not say.
import type { LineId, StationId } from '../model/ids.ts'
import type { CourseState, Line, LineModifier, LineStatus } from '../model/order.ts'
import { commandOfRound, entityId } from './entity-id.ts'
import type { Firing } from './events/firing.ts'
import type { RoundSent, SentCourse, SentLine, SentModifier, SentTicket } from './events/round.ts'

const noModifiers: LineModifier[] = []
const noAllergens: LineModifier['allergens'] = []

export const sentLineIds = ({ round, lines }: Pick<RoundSent, 'round' | 'lines'>): LineId[] => {
  const command = commandOfRound(round.id)
  return lines.map(({ position }, place) => entityId<LineId>(command, position ?? place))
}

const modifierOf = (sent: SentModifier): LineModifier => ({
  ...sent,
  prepSeconds: sent.prepSeconds ?? 0,
  allergens: sent.allergens ?? noAllergens,
})

/** Where a line is made: of each of its tickets the station that it was meant for. */
export const stationsOfTickets = (tickets: readonly SentTicket[]): StationId[] =>
  tickets.map(({ firedFor, stationId }) => firedFor ?? stationId)

type Moments = Pick<Line, 'firedAt' | 'startedAt' | 'servedAt'>

const momentsOf = (status: LineStatus, at: number): Moments => {
  switch (status) {
    case 'fired':
      return { firedAt: at }
    case 'started':
      return { firedAt: at, startedAt: at }
    case 'served':
      return { firedAt: at, servedAt: at }
    default:
      return {}
  }
}

type Common = Pick<RoundSent, 'round' | 'areaId'> & {
  readonly categories: ReadonlyMap<string, RoundSent['categories'][number]>
  readonly taxes: ReadonlyMap<string, NonNullable<RoundSent['taxes']>[number]>
}

const categoryOf = ({ categories }: Common, sent: SentLine): Pick<Line, 'categoryName' | 'categoryKind'> => {
  const category = categories.get(sent.categoryId)
  if (category === undefined) throw new Error(`a round names a category that it does not tell: ${sent.categoryId}`)
  return { categoryName: category.name, categoryKind: category.kind }
}

const taxOf = ({ taxes }: Common, { taxId }: SentLine): Pick<Line, 'taxRate' | 'taxIncluded'> => {
  const tax = taxId === undefined ? undefined : taxes.get(taxId)
  return tax === undefined ? {} : { taxRate: tax.rate, taxIncluded: tax.included }
}

const lineOf = (common: Common, sent: SentLine, id: LineId, tickets: readonly SentTicket[]): Line => {
  const { position: _position, ...told } = sent
  const { round, areaId } = common
  const status = sent.status ?? (tickets.length === 0 ? 'held' : 'fired')
  return {
    ...told,
    id,
    roundId: round.id,
    ...categoryOf(common, sent),
    ...taxOf(common, sent),
    stations: sent.stations ?? stationsOfTickets(tickets),
    course: sent.course ?? tickets[0]?.course ?? 0,
    allergens: sent.allergens === undefined ? noAllergens : sent.allergens,
    ...(areaId === undefined ? {} : { areaId }),
    sellerId: round.by,
    quantity: sent.quantity ?? 1,
    modifiers: sent.modifiers?.map(modifierOf) ?? noModifiers,
    status,
    sentAt: round.at,
    ...momentsOf(status, round.at),
    ticketIds: tickets.map(({ ticketId }) => ticketId),
  }
}

const ticketsOfLines = ({ lines, tickets }: RoundSent): SentTicket[][] => {
  const found: SentTicket[][] = lines.map(() => [])
  for (const ticket of tickets) for (const place of ticket.lines) found[place]?.push(ticket)
  return found
}

const byId = <Entity extends { id: string }>(entities: readonly Entity[]): ReadonlyMap<string, Entity> =>
  new Map(entities.map((entity) => [entity.id, entity]))

/** The lines as they stand after the round. */
export const sentLines = (event: RoundSent): Line[] => {
  const { round, areaId, categories, taxes = [] } = event
  const common: Common = {
    round,
    ...(areaId === undefined ? {} : { areaId }),
    categories: byId(categories),
    taxes: byId(taxes),
  }
  const ids = sentLineIds(event)
  const tickets = ticketsOfLines(event)
  return event.lines.map((sent, place) => lineOf(common, sent, ids[place] as LineId, tickets[place] ?? []))
}

const courseOf = ({ course, status, firedAt }: SentCourse, at: number): CourseState =>
  status === 'held' ? { course, status } : { course, status: 'fired', firedAt: firedAt ?? at }

/** What it did to the kitchen. Its lines are whole already. */
export const sentFiring = (event: RoundSent): Firing => {
  const { at } = event.round
  const ids = sentLineIds(event)
  const firing: Firing = { at, lines: [], opened: [], addedTo: [], courses: [] }
  for (const { ticketId, course, stationId, firedFor, added, quiet, lines } of event.tickets) {
    const lineIds = lines.flatMap((place) => ids[place] ?? [])
    if (added === true) firing.addedTo.push({ ticketId, lineIds })
    else
      firing.opened.push({
        ticketId,
        course,
        stationId,
        ...(firedFor === undefined ? {} : { firedFor }),
        firedAt: at,
        rush: false,
        remake: false,
        lineIds,
        ...(quiet === undefined ? {} : { quiet }),
      })
  }
  firing.courses = event.courses.map((one) => courseOf(one, at))
  return firing
}
