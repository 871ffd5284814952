// Whether what hangs here can be believed (KDS-14): after 10 s without a word it says from when it is, after two minutes that
// it is not live at all. Its timers run on all the same.
import type { AppSession } from '@comanda/app-shell/session'
import { computed, type ReadonlySignal } from '@preact/signals'

export type Oldness =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'stale'; readonly freshAt?: number }
  | { readonly kind: 'not-live'; readonly freshAt?: number }

export const notLiveAfterMs = 120_000

const fresh: Oldness = { kind: 'fresh' }

type Seen = { readonly stale: boolean; readonly link: string; readonly freshAt?: number }

export const oldnessOf = ({ stale, freshAt }: Seen, now: number): Oldness['kind'] => {
  if (!stale) return 'fresh'
  return freshAt === undefined || now - freshAt > notLiveAfterMs ? 'not-live' : 'stale'
}

export const watchOldness = (session: Pick<AppSession, 'signals' | 'now'>): ReadonlySignal<Oldness> => {
  const kind = computed(() => oldnessOf(session.signals.status.value, session.now.value))
  return computed(() => {
    const { freshAt } = session.signals.status.value
    if (kind.value === 'fresh') return fresh
    return { kind: kind.value, ...(freshAt === undefined ? {} : { freshAt }) }
  })
}
