// The state as text and back, and in a form that compares: the same contents give the same value, however they came about.
import { PersistentTable } from './persistent-table.ts'
import type { State } from './state.ts'

const tables = [
  'devices',
  'orders',
  'tickets',
  'tables',
  'aliases',
  'lineHomes',
  'counts',
  'calls',
  'asks',
  'refusedRounds',
  'cashShifts',
] as const satisfies readonly {
  [Key in keyof State]: State[Key] extends PersistentTable<infer _Id, infer _Value> ? Key : never
}[keyof State][]

const isTable = (value: unknown): value is PersistentTable<string, unknown> => value instanceof PersistentTable

const entriesInAPart = 16

function* tableParts(table: PersistentTable<string, unknown>): Generator<string> {
  let entries: unknown[] = []
  let before = '['
  for (const entry of table.entries()) {
    if (entries.push(entry) < entriesInAPart) continue
    yield before + JSON.stringify(entries).slice(1, -1)
    before = ','
    entries = []
  }
  if (entries.length > 0) yield `${before + JSON.stringify(entries).slice(1, -1)}]`
  else yield before === '[' ? '[]' : ']'
}

/** The same text in small pieces: whoever must not stand still for long can do something else between two of them. */
export function* stateJsonParts(state: State): Generator<string> {
  let before = '{'
  for (const [name, value] of Object.entries(state)) {
    if (value === undefined) continue
    yield `${before}${JSON.stringify(name)}:`
    before = ','
    if (isTable(value)) yield* tableParts(value)
    else yield JSON.stringify(value)
  }
  yield '}'
}

export const stateToJson = (state: State): string => [...stateJsonParts(state)].join('')

/** Only for texts that stateToJson made: its shape is trusted, so that a device needs no schemas to start. */
export const stateFromJson = (text: string): State => {
  const plain = JSON.parse(text) as Record<string, unknown>
  for (const name of tables) plain[name] = PersistentTable.from(plain[name] as Iterable<readonly [string, unknown]>)
  return plain as State
}

/** Keys in order, absent and undefined the same, tables as sorted entries. */
export const canonical = (value: unknown): unknown => {
  if (value instanceof PersistentTable) return value.sorted().map(canonical)
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const sorted: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    if (inner !== undefined) sorted[key] = canonical(inner)
  return sorted
}
