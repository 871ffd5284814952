// Said largely while the data is old (KDS-14): from when it is, and after two minutes that nothing here is live.

import { useComputed } from '@preact/signals'
import type { Screen } from './screen.ts'

export function OldBand({ screen }: { screen: Screen }) {
  const words = screen.words.value
  const { session } = screen
  const oldness = screen.oldness.value
  if (oldness.kind === 'fresh') return null
  const at = oldness.freshAt === undefined ? '—' : session.clockSeconds(oldness.freshAt)
  const isDead = oldness.kind === 'not-live'
  return (
    <div class={`old-band ${oldness.kind}`} role="alert">
      <b>{isDead ? words.notLive : words.dataFrom(at)}</b>
      <span>{isDead ? words.notLiveWhy(at) : <Silence screen={screen} freshAt={oldness.freshAt} />}</span>
    </div>
  )
}

/** How long nothing was heard, every second, without being read out every second. */
function Silence({ screen, freshAt }: { screen: Screen; freshAt: number | undefined }) {
  const { session, words } = screen
  const text = useComputed(() =>
    words.value.noConnection(freshAt === undefined ? 0 : Math.round((session.now.value - freshAt) / 1000)),
  )
  return <span aria-live="off">{text}</span>
}
