// What this screen is set to: its stations, how it is seen, its keys. Kept on the device; what is odd counts as absent.
import { pageShelf } from '@comanda/app-shell/adapters/page-shelf'
import type { StationId } from '@comanda/shared/model/ids'
import type { KeyMap } from '@comanda/ui-kit/keys'
import type { Viewing } from '../layout/type-size.ts'

export type Setup = {
  readonly role: 'station' | 'expo'
  /** Whose tickets it shows, in the order they were chosen; the expo shows all. */
  readonly stationIds: readonly StationId[]
  readonly viewing: Viewing
  readonly keys: KeyMap
  readonly keysOn: boolean
  /** A digit bumps at once instead of choosing the ticket. */
  readonly digitsBump: boolean
  readonly muted: boolean
}

export const usualViewing: Viewing = { diagonalInches: 22, distanceMm: 1000 }

export const newSetup = (stationIds: readonly StationId[]): Setup => ({
  role: 'station',
  stationIds,
  viewing: usualViewing,
  keys: {},
  keysOn: true,
  digitsBump: false,
  muted: false,
})

export type Shelf = Pick<Storage, 'getItem' | 'setItem'>

const name = 'comanda.kitchen.setup'

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
const within = (value: unknown, least: number, most: number, usual: number): number =>
  typeof value === 'number' && value >= least && value <= most ? value : usual

export const readSetup = (value: unknown): Setup | undefined => {
  if (!isFields(value) || !isFields(value.viewing)) return undefined
  const stationIds = texts(value.stationIds) as StationId[]
  const role = value.role === 'expo' ? 'expo' : 'station'
  if (role === 'station' && stationIds.length === 0) return undefined
  const keys = isFields(value.keys) ? value.keys : {}
  return {
    role,
    stationIds,
    viewing: {
      diagonalInches: within(value.viewing.diagonalInches, 5, 120, usualViewing.diagonalInches),
      distanceMm: within(value.viewing.distanceMm, 200, 10_000, usualViewing.distanceMm),
    },
    keys: Object.fromEntries(Object.entries(keys).map(([action, codes]) => [action, texts(codes)])),
    keysOn: value.keysOn !== false,
    digitsBump: value.digitsBump === true,
    muted: value.muted === true,
  }
}

export const loadSetup = (shelf: Shelf): Setup | undefined => {
  try {
    return readSetup(JSON.parse(shelf.getItem(name) ?? 'null'))
  } catch {
    return undefined
  }
}

export const saveSetup = (shelf: Shelf, setup: Setup): void => {
  try {
    shelf.setItem(name, JSON.stringify(setup))
  } catch {
    // it is asked again at the next start
  }
}

/** An expo confirms nothing for a station: only the glass that a cook looks at does. */
export const stationsFor = (setup: Setup | undefined): readonly StationId[] | undefined =>
  setup === undefined ? undefined : setup.role === 'expo' ? [] : setup.stationIds

/** What this page was opened for: other stations need a connection of their own, so a page of their own. */
export const startedAs: Setup | undefined = loadSetup(pageShelf())
