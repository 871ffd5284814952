// What a cook has to know that is not on a ticket, the gravest first: each is a tag in the bar, and told in full when asked.
import { printersInTrouble } from '@comanda/shared/domain/printer-troubles'
import type { IconName } from '@comanda/ui-kit/icons/icon'
import type { NoticeKind } from '../texts/kitchen-texts.ts'
import type { Screen } from './screen.ts'
import { soldOutDishes } from './sold-out-lines.ts'
import { silentStations } from './troubles.ts'

export type Notice = {
  readonly kind: NoticeKind
  /** Of what it counts: tickets, printers, lines. */
  readonly count?: number
}

export const noticeLooks: Readonly<
  Record<NoticeKind, { readonly icon: IconName; readonly tone: 'late' | 'warn' | 'plain' }>
> = {
  ended: { icon: 'offline', tone: 'late' },
  storage: { icon: 'warn', tone: 'late' },
  silent: { icon: 'warn', tone: 'late' },
  printer: { icon: 'printer', tone: 'warn' },
  'sold-out': { icon: 'erase', tone: 'warn' },
  update: { icon: 'download', tone: 'plain' },
}

/** Whose silence is its own affair: a station's screen hangs its tickets itself, the pass hangs nobody's. */
export const ownStations = ({ setup }: Pick<Screen, 'setup'>) =>
  setup.value.role === 'expo' ? [] : setup.value.stationIds

/** Read while drawing: it follows what it is about. */
export function noticesOf(screen: Screen): Notice[] {
  const { session, stationIds } = screen
  const { ended, storageFault } = session.signals.status.value
  const state = session.signals.state.value
  const silent = state === undefined ? [] : silentStations(state, ownStations(screen))
  const unseen = silent.flatMap(({ ticketIds }) => ticketIds).length
  const printers = state === undefined ? 0 : printersInTrouble(state).length
  const lines = state === undefined ? [] : soldOutDishes(state, stationIds.value).flatMap((dish) => dish.lines)
  const unasked = lines.filter(({ ask }) => ask === undefined).length
  const counted = (kind: NoticeKind, count: number): Notice[] => (count === 0 ? [] : [{ kind, count }])
  return [
    ...(ended === undefined ? [] : [{ kind: 'ended' } as const]),
    ...(storageFault === undefined ? [] : [{ kind: 'storage' } as const]),
    ...counted('silent', unseen),
    ...counted('printer', printers),
    ...counted('sold-out', unasked),
    ...(session.update.isReady.value ? [{ kind: 'update' } as const] : []),
  ]
}
