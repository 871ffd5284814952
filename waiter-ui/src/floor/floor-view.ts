// The floor as the map and the list show it: the tables of an area with their stage and need, who stands at each, and what
// somebody wrote down there and did not send (ORD-2). Both read this, so both say the same (FRT-1).
import { type FloorTable, floorTable, openCalls } from '@comanda/shared/domain/floor-table'
import type { State } from '@comanda/shared/domain/state'
import type { Area, Table } from '@comanda/shared/model/floor'
import type { AreaId, DeviceId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import type { Presence } from '@comanda/shared/protocol/down'

/** Of others only that they are there (ORD-2). */
export type Present = { readonly staffId?: StaffId }

export type FloorSpot = {
  readonly table: Table
  readonly floor: FloorTable
  /** Others who have this table open now. */
  readonly present: readonly Present[]
  /** Dishes that lie unsent on this device. */
  readonly draft: number
}

export type AreaSpots = { readonly area: Area; readonly spots: readonly FloorSpot[] }

export type FloorInput = {
  readonly state: State
  readonly now: Millis
  readonly presence: Presence['people']
  readonly deviceId: DeviceId
  /** Whose floor it is: one's own other devices are nobody else. */
  readonly me?: StaffId | undefined
  readonly drafts: ReadonlyMap<TableId, number>
}

const inOrder = (a: Table, b: Table): number => a.name.localeCompare(b.name, 'en', { numeric: true })

export function floorSpots({ state, now, presence, deviceId, me, drafts }: FloorInput): AreaSpots[] {
  const calls = openCalls(state)
  const tables = Object.values(state.catalog.tables).flatMap((table) => table ?? [])
  const areas = Object.values(state.catalog.areas).flatMap((area) => area ?? [])
  const spotOf = (table: Table): FloorSpot => ({
    table,
    floor: floorTable(state, table.id, now, calls),
    present: presence
      .filter(
        ({ tableId, deviceId: other, staffId }) =>
          tableId === table.id && other !== deviceId && (me === undefined || staffId !== me),
      )
      .map(({ staffId }) => (staffId === undefined ? {} : { staffId })),
    draft: drafts.get(table.id) ?? 0,
  })
  return areas
    .sort((a, b) => a.position - b.position)
    .map((area) => ({
      area,
      spots: tables
        .filter(({ areaId }) => areaId === area.id)
        .sort(inOrder)
        .map(spotOf),
    }))
    .filter(({ spots }) => spots.length > 0)
}

export type Seated = { readonly seated: number; readonly tables: number; readonly guests: number }

export function seatedIn(areas: readonly AreaSpots[]): Seated {
  const spots = areas.flatMap((area) => area.spots)
  const taken = spots.filter(({ floor }) => floor.orderIds.length > 0)
  return {
    seated: taken.length,
    tables: spots.length,
    guests: taken.reduce((sum, { floor }) => sum + floor.covers, 0),
  }
}

/** The area where most of mine is, else the first. */
export function homeArea(areas: readonly AreaSpots[], me: StaffId | undefined): AreaId | undefined {
  const mine = ({ spots }: AreaSpots) => spots.filter(({ floor }) => floor.waiterId === me).length
  return [...areas].sort((a, b) => mine(b) - mine(a) || a.area.position - b.area.position)[0]?.area.id
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Room around a table for its seats, its badge and who is there. */
const margin = { side: 28, top: 34, bottom: 34 }

/** What the map shows of an area: all of its tables and nothing more. */
export function mapBox(spots: readonly FloorSpot[]): Box {
  if (spots.length === 0) return { x: 0, y: 0, width: 1, height: 1 }
  const left = Math.min(...spots.map(({ table }) => table.x)) - margin.side
  const top = Math.min(...spots.map(({ table }) => table.y)) - margin.top
  const right = Math.max(...spots.map(({ table }) => table.x + table.width)) + margin.side
  const bottom = Math.max(...spots.map(({ table }) => table.y + table.height)) + margin.bottom
  return { x: left, y: top, width: right - left, height: bottom - top }
}

export type SeatMark = Box & { readonly taken: boolean }

const seat = { length: 16, depth: 6, gap: 4 }

/** Along one edge, evenly. */
function along(count: number, start: number, length: number): number[] {
  return Array.from({ length: count }, (_, index) => start + (length * (index + 0.5)) / count - seat.length / 2)
}

/** Seats on the long edges of a table, those of guests filled. Two at a round or small one face each other. */
export function seatMarks({ width, height, seats }: Table, guests: number): SeatMark[] {
  const lying = width >= height
  const first = Math.ceil(seats / 2)
  const length = lying ? width : height
  const places = [
    ...along(first, 0, length).map((at) => ({ at, far: false })),
    ...along(seats - first, 0, length).map((at) => ({ at, far: true })),
  ]
  const out = -seat.gap - seat.depth
  return places.map(({ at, far }, index) => {
    const off = far ? (lying ? height : width) + seat.gap : out
    const taken = index < guests
    return lying
      ? { x: at, y: off, width: seat.length, height: seat.depth, taken }
      : { x: off, y: at, width: seat.depth, height: seat.length, taken }
  })
}
