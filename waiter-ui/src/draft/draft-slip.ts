// A draft as its waiter reads it: each row as it would be sent now, by the same rules that will decide it; what fires at
// Send and what holds; and every row that would not be taken, by name.
import { type AllergenMark, allergenMark } from '@comanda/shared/domain/allergen-marks'
import { CountTally } from '@comanda/shared/domain/counts'
import { drinks } from '@comanda/shared/domain/courses'
import { draftedLine } from '@comanda/shared/domain/decide/line-draft'
import { openOrJoin } from '@comanda/shared/domain/decide/order-open'
import { firingCourses } from '@comanda/shared/domain/decide/round-send'
import type { Context } from '@comanda/shared/domain/decision'
import { entityId } from '@comanda/shared/domain/entity-id'
import type { DomainError } from '@comanda/shared/domain/errors'
import { ticketStations } from '@comanda/shared/domain/routing'
import type { State } from '@comanda/shared/domain/state'
import type { AllergyId, LineId, StationId } from '@comanda/shared/model/ids'
import type { Item } from '@comanda/shared/model/menu'
import type { Allergy, Line, Order } from '@comanda/shared/model/order'
import { composeRound } from './compose-round.ts'
import type { CameBack, Draft, DraftEntry } from './draft.ts'
import { roundIdOf } from './returned-lines.ts'

export type Fate = 'fires' | 'holds' | 'no-ticket' | 'not-taken'

export type DraftRow = {
  readonly entry: DraftEntry
  readonly item: Item | undefined
  /** As it would be sent now; none when it cannot be. */
  readonly line: Line | undefined
  readonly problem: DomainError | undefined
  /** Too few are left for it. */
  readonly lacking: CameBack | undefined
  readonly mark: AllergenMark
  readonly fate: Fate
}

export type StationShare = { readonly stationId: StationId; readonly dishes: number }

export type DraftSlip = {
  readonly rows: readonly DraftRow[]
  /** Dishes that Send would take. */
  readonly taken: number
  readonly total: number
  readonly fires: readonly StationShare[]
  readonly held: number
  readonly firing: readonly number[]
  readonly holding: readonly number[]
  readonly allergies: readonly Allergy[]
}

const clear: AllergenMark = { kind: 'clear' }

/** Those that the order has, and those that this draft will declare with it. */
export function allergiesOf(order: Order | undefined, draft: Draft): Allergy[] {
  const declared = draft.allergies.map(
    (one, place): Allergy => ({
      id: entityId<AllergyId>(draft.id, `a${place}`),
      ...(one.seat === undefined ? {} : { seat: one.seat }),
      allergens: [...one.allergens],
      ...(one.text === undefined ? {} : { text: one.text }),
      declaredAt: draft.changedAt,
    }),
  )
  return [...(order?.allergies ?? []), ...declared]
}

/** The order that Send would write to: the one that runs, or the one that it would open. */
function writtenTo(state: State, draft: Draft, context: Context): Order | undefined {
  const { order } = composeRound(state, draft)
  if ('orderId' in order) return state.orders.get(order.orderId)
  const opened = openOrJoin(state, entityId(draft.id, 'o'), order.open, context)
  return opened.ok ? opened.value.order : undefined
}

type Drafted = Omit<DraftRow, 'fate'>

function drafted(state: State, order: Order | undefined, draft: Draft, context: Context): Drafted[] {
  const tally = new CountTally(state, context.now)
  const allergies = allergiesOf(order, draft)
  const { asker } = context
  if (asker.kind !== 'staff') return []
  return draft.entries.map((entry, position) => {
    const place = { id: entityId<LineId>(draft.id, position), roundId: roundIdOf(draft.id), sellerId: asker.staffId }
    const result = draftedLine(state, order ?? {}, entry.line, place, context)
    const line = result.ok ? result.value : undefined
    const lacking = draft.recordOnly === true ? undefined : tally.lacking(entry.line.itemId, entry.line.quantity)
    if (lacking === undefined) tally.take(entry.line.itemId, entry.line.quantity)
    return {
      entry,
      item: state.catalog.items[entry.line.itemId],
      line,
      problem: result.ok ? undefined : result.error,
      lacking,
      mark: line === undefined ? clear : allergenMark({ allergies }, line),
    }
  })
}

const isTaken = ({ line, lacking }: Drafted): boolean => line !== undefined && lacking === undefined

function fateOf(row: Drafted, firing: ReadonlySet<number>, recordOnly: boolean): Fate {
  if (row.line === undefined || !isTaken(row)) return 'not-taken'
  if (recordOnly || row.line.stations.length === 0) return 'no-ticket'
  return firing.has(row.line.course) ? 'fires' : 'holds'
}

const quantities = (rows: readonly DraftRow[]): number => rows.reduce((sum, { entry }) => sum + entry.line.quantity, 0)

function shares(state: State, rows: readonly DraftRow[]): StationShare[] {
  const dishes = new Map<StationId, number>()
  for (const { line, entry } of rows) {
    for (const { stationId } of ticketStations(state, line?.stations ?? []))
      dishes.set(stationId, (dishes.get(stationId) ?? 0) + entry.line.quantity)
  }
  return [...dishes].map(([stationId, count]) => ({ stationId, dishes: count }))
}

const coursesOf = (rows: readonly DraftRow[]): number[] =>
  [...new Set(rows.flatMap(({ line }) => (line === undefined || line.course === drinks ? [] : [line.course])))].sort()

export function draftSlip(state: State, draft: Draft, context: Context): DraftSlip {
  const order = writtenTo(state, draft, context)
  const recordOnly = draft.recordOnly === true
  const bare = drafted(state, order, draft, context)
  const lines = bare.filter(isTaken).flatMap(({ line }) => (line === undefined ? [] : [line]))
  const firing = order === undefined ? new Set<number>() : firingCourses(state, order, lines, context.now)
  const rows = bare.map((row): DraftRow => ({ ...row, fate: fateOf(row, firing, recordOnly) }))
  const fired = rows.filter(({ fate }) => fate === 'fires')
  const held = rows.filter(({ fate }) => fate === 'holds')
  return {
    rows,
    taken: quantities(rows.filter(({ fate }) => fate !== 'not-taken')),
    total: lines.reduce((sum, line) => sum + (line.unitPrice ?? 0) * line.quantity, 0),
    fires: shares(state, fired),
    held: quantities(held),
    firing: coursesOf(fired),
    holding: coursesOf(held),
    allergies: allergiesOf(order, draft),
  }
}
