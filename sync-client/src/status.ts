// What a person must know about the connection, reckoned from when this device was last in touch and last up to date:
// under 5 s apart a quiet sign, from 5 s on "offline", and data older than 10 s is never shown as if it were fresh.
import type { Millis } from '@comanda/shared/ports/time'
import type { EndReason } from './close-rules.ts'
import type { ConnectionState } from './connection.ts'

export const offlineAfter: Millis = 5_000
export const staleAfter: Millis = 10_000

export type LinkStatus = 'idle' | 'reconnecting' | 'offline' | 'catching-up' | 'live' | 'draining' | 'ended'

export type Freshness = { link: LinkStatus; stale: boolean; ended?: EndReason }

export type FreshnessInput = {
  state: ConnectionState
  /** Monotonic: when what is shown was last known to be up to date; before the first time, when the wait began. */
  freshAt: Millis
  now: Millis
}

function linkStatus(state: ConnectionState, now: Millis): LinkStatus {
  switch (state.at) {
    case 'connecting':
    case 'greeting':
    case 'waiting':
      return now - state.trouble.since >= offlineAfter ? 'offline' : 'reconnecting'
    case 'idle':
    case 'catching-up':
    case 'live':
    case 'draining':
    case 'ended':
      return state.at
  }
}

export function freshness({ state, freshAt, now }: FreshnessInput): Freshness {
  const link = linkStatus(state, now)
  const stale = state.at !== 'idle' && now - freshAt >= staleAfter
  return state.at === 'ended' ? { link, stale, ended: state.why } : { link, stale }
}

/** When the answer above can next change by the mere passing of time. undefined: not by itself. */
export function nextChange({ state, freshAt, now }: FreshnessInput): Millis | undefined {
  const moments: Millis[] = []
  if (state.at !== 'idle') moments.push(freshAt + staleAfter)
  if (state.at === 'connecting' || state.at === 'greeting' || state.at === 'waiting') {
    moments.push(state.trouble.since + offlineAfter)
  }
  const ahead = moments.filter((moment) => moment > now)
  return ahead.length === 0 ? undefined : Math.min(...ahead)
}
