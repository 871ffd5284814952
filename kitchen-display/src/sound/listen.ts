// When the screen speaks: news, tickets that have just become late, data that is old. Each once.
import type { Cancel } from '@comanda/shared/ports/time'
import type { Sound } from '@comanda/ui-kit/sound'
import { effect, type ReadonlySignal } from '@preact/signals'
import { paceAt } from '../slip/pace.ts'
import type { Oldness } from '../station/oldness.ts'
import type { Station } from '../station/station.ts'
import { type Heard, heardOf, newsOf } from './news.ts'

export type Play = (sound: Sound) => void

const staleEveryMs = 60_000

export function listenToNews(station: Station, play: Play): Cancel {
  let heard: Heard | undefined
  return effect(() => {
    const views = station.queue.value
    // before the first snapshot nothing is known, and all of it would be new
    if (station.session.signals.state.peek() === undefined) return
    const { sounds, changed } = newsOf(heard, views)
    heard = heardOf(views)
    if (changed.length > 0) station.changed.value = new Set([...station.changed.peek(), ...changed])
    for (const sound of sounds) play(sound)
  })
}

export function listenToLateness(station: Station, play: Play): Cancel {
  let late: Set<string> | undefined
  return effect(() => {
    const now = station.session.now.value
    const queue = station.queue.value
    if (station.session.signals.state.peek() === undefined) return
    const before = late
    late = new Set()
    let isNews = false
    for (const { ticket, lateAt } of queue) {
      if (paceAt(ticket.firedAt, lateAt, now) !== 'late') continue
      late.add(ticket.id)
      if (before !== undefined && !before.has(ticket.id)) isNews = true
    }
    if (isNews) play('late')
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
