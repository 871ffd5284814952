// How the connection stands, in the few states that a person is shown (and never more sure than the client is).

import type { Status } from '@comanda/sync-client/client-types'

export type Shown =
  /** Everything is well: nothing is shown. */
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'catching-up' }
  | { readonly kind: 'offline'; readonly unsent: number; readonly freshAt?: number }
  | { readonly kind: 'stale'; readonly freshAt?: number }
  | { readonly kind: 'ended'; readonly why: NonNullable<Status['ended']> }
  | { readonly kind: 'storage-fault' }

const since = ({ freshAt }: Status): { freshAt?: number } => (freshAt === undefined ? {} : { freshAt })

export function shownOf(status: Status): Shown {
  if (status.storageFault !== undefined) return { kind: 'storage-fault' }
  if (status.link === 'ended') return { kind: 'ended', why: status.ended ?? 'replaced' }
  if (status.link === 'offline') return { kind: 'offline', unsent: status.unsent, ...since(status) }
  // A connection that is there but brings nothing is told as what it is: old.
  if (status.stale) return { kind: 'stale', ...since(status) }
  if (status.link === 'reconnecting') return { kind: 'reconnecting' }
  if (status.link === 'catching-up' || status.link === 'draining') return { kind: 'catching-up' }
  return { kind: 'live' }
}
