// What people call the place a ticket is for.
import type { Screen } from '../every-screen/screen.ts'
import type { SlipView } from './slip-view.ts'

export type Whereabouts = Pick<SlipView, 'table' | 'name' | 'number'>

export const whereText = (view: Whereabouts, station: Pick<Screen, 'words'>): string => {
  const words = station.words.value
  if (view.table !== undefined) return words.table(view.table)
  return view.name ?? `#${view.number}`
}
