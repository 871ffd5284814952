// When the screen speaks: news, what has just become late, data that is old. Each once.
import type { AppSession } from '@comanda/app-shell/session'
import type { Cancel } from '@comanda/shared/ports/time'
import type { Sound } from '@comanda/ui-kit/sound'
import { effect, type ReadonlySignal } from '@preact/signals'
import type { Oldness } from '../every-screen/oldness.ts'
import { paceAt } from '../slip/pace.ts'
import { type Audible, type Heard, heardOf, type News, newsOf } from './news.ts'

export type Play = (sound: Sound) => void

/** What can become late. */
export type Timed = { readonly id: string; readonly firedAt: number; readonly lateAt: number }

type Known = Pick<AppSession, 'signals' | 'now'>

const staleEveryMs = 60_000

export type NewsParts = {
  readonly things: ReadonlySignal<readonly Audible[]>
  /** What the own hand does is no news. */
  readonly isOwn: () => boolean
  readonly play: Play
  readonly seen: (news: News) => void
}

export function listenToNews({ signals }: Pick<Known, 'signals'>, { things, isOwn, play, seen }: NewsParts): Cancel {
  let heard: Heard | undefined
  return effect(() => {
    const now = things.value
    if (signals.state.peek() === undefined) return
    const news = newsOf(heard, now)
    heard = heardOf(now)
    if (isOwn()) return
    seen(news)
    for (const sound of news.sounds) play(sound)
  })
}

export function listenToLateness(
  { signals, now }: Known,
  things: ReadonlySignal<readonly Timed[]>,
  play: Play,
): Cancel {
  let late: Set<string> | undefined
  return effect(() => {
    const at = now.value
    const all = things.value
    if (signals.state.peek() === undefined) return
    const before = late
    late = new Set(all.flatMap(({ id, firedAt, lateAt }) => (paceAt(firedAt, lateAt, at) === 'late' ? [id] : [])))
    if (before !== undefined && [...late].some((id) => !before.has(id))) play('late')
  })
}

export function listenToOldness(oldness: ReadonlySignal<Oldness>, now: ReadonlySignal<number>, play: Play): Cancel {
  let said = 0
  return effect(() => {
    const at = now.value
    if (oldness.value.kind === 'fresh') said = 0
    else if (at - said >= staleEveryMs) {
      said = at
      play('stale')
    }
  })
}
