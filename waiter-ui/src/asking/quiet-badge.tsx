// Whether there is a connection, in a screen's head: what the bar above the screen says in full need not be said twice.
import { shownOf } from '@comanda/app-shell/connection'
import { ConnectionBadge } from '@comanda/app-shell/parts/connection-badge'
import type { VNode } from 'preact'
import { useWaiter } from '../waiter.ts'

export function QuietBadge(): VNode | null {
  const { session } = useWaiter()
  const { kind } = shownOf(session.signals.status.value)
  return kind === 'reconnecting' || kind === 'catching-up' ? <ConnectionBadge session={session} /> : null
}
