// The state as text and back, and in a form that compares: the same contents give the same value, however they came about.
import { PersistentTable } from './persistent-table.ts'
import type { State } from './state.ts'

const tables = [
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

export const stateToJson = (state: State): string => {
  const plain: Record<string, unknown> = { ...state }
  for (const name of tables) plain[name] = [...state[name].entries()]
  return JSON.stringify(plain)
}

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
