// Files counts as a command left them.
import type { ItemCount } from '../../model/service.ts'
import type { State } from '../state.ts'

export const withCounts = (state: State, counts: readonly ItemCount[]): State => {
  if (counts.length === 0) return state
  let table = state.counts
  for (const count of counts) table = table.set(count.itemId, count)
  return { ...state, counts: table }
}
