// Tells a client to try at once when the page is looked at again or the network is back.
import type { Cancel } from '@comanda/shared/ports/time'

type Ears = {
  addEventListener(kind: string, listener: () => void): void
  removeEventListener(kind: string, listener: () => void): void
}

export function nudgeOnWake(client: { nudge(): void }, page: { window: Ears; document: Ears }): Cancel {
  const wake = () => client.nudge()
  page.window.addEventListener('online', wake)
  page.window.addEventListener('pageshow', wake)
  page.document.addEventListener('visibilitychange', wake)
  return () => {
    page.window.removeEventListener('online', wake)
    page.window.removeEventListener('pageshow', wake)
    page.document.removeEventListener('visibilitychange', wake)
  }
}
