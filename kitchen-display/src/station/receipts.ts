// Says to the server what is on the glass (KDS-13): everything up to a seq, once a page that shows it was drawn and is
// visible, and only if each open ticket hangs there in its latest version or is counted as being on another page.
import type { AppSession } from '@comanda/app-shell/session'
import type { Cancel } from '@comanda/shared/ports/time'
import { effect } from '@preact/signals'
import type { Shown, Station } from './station.ts'

export type PagePorts = {
  readonly afterPaint: (run: () => void) => Cancel
  readonly isVisible: () => boolean
  readonly onVisible: (run: () => void) => Cancel
  /** The tickets that are drawn, by id, with the version of each. */
  readonly drawn: () => ReadonlyMap<string, number>
}

/** Drawn as it is now: no slip is missing, none is older than what this page should show. */
export const isOnGlass = (shown: readonly Shown[], drawn: ReadonlyMap<string, number>): boolean =>
  shown.every(({ view, gone }) => gone !== undefined || drawn.get(view.ticket.id) === view.ticket.version)

export function watchReceipts(station: Station, client: AppSession['client'], page: PagePorts): Cancel {
  let waiting: Cancel | undefined
  const look = (seq: number): void => {
    waiting?.()
    waiting = page.afterPaint(() => {
      if (page.isVisible() && isOnGlass(station.shown.peek(), page.drawn())) client.painted(seq)
    })
  }
  const stop = effect(() => {
    // what is not on this page is counted beside it, by the same signals
    station.shown.value
    station.beyond.value
    const seq = station.session.signals.confirmed.value?.seq
    if (seq !== undefined) look(seq)
  })
  const stopVisible = page.onVisible(() => {
    const seq = station.session.signals.confirmed.peek()?.seq
    if (seq !== undefined) look(seq)
  })
  return () => {
    stop()
    stopVisible()
    waiting?.()
  }
}
