// What people call the place a ticket is for.
import type { Station } from '../station/station.ts'
import type { SlipView } from './slip-view.ts'

export type Whereabouts = Pick<SlipView, 'table' | 'name' | 'number'>

export const whereText = (view: Whereabouts, station: Pick<Station, 'words'>): string => {
  const words = station.words.value
  if (view.table !== undefined) return words.table(view.table)
  return view.name ?? `#${view.number}`
}
