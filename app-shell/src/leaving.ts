// What was asked for and goes in three seconds unless somebody cancels it before (ORD-14): at once when the page goes away,
// and never in the name of another person than the one who asked.
import type { CommandId } from '@comanda/shared/model/ids'
import type { Cancel } from '@comanda/shared/ports/time'
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { AppSession } from './session.ts'
import type { Wish } from './wish.ts'

/** A command that goes when its three seconds are over. */
export type Leaving = { readonly id: CommandId; readonly wish: Wish; readonly says: string; readonly at: number }

export const cancelSeconds = 3

/** What a countdown shows: never nothing, while it can still be cancelled. */
export const secondsLeft = ({ at }: Leaving, now: number): number =>
  Math.min(cancelSeconds, Math.max(1, Math.ceil((at - now) / 1000)))

export type Departures = {
  readonly leaving: ReadonlySignal<readonly Leaving[]>
  isLeaving(wish: Wish): boolean
  /** In three seconds, under this id. */
  leave(id: CommandId, wish: Wish, says: string): void
  cancel(id: CommandId): void
  /** All of it now. */
  flush(): void
  dispose(): void
}

export type DepartureParts = {
  readonly session: Pick<AppSession, 'me' | 'now'> & { readonly client: Pick<AppSession['client'], 'serverNow'> }
  readonly give: (wish: Wish, id: CommandId) => void
  /** Whoever wanted these is not signed in here any more, and nobody else can give them. */
  readonly onDropped?: (dropped: readonly Leaving[]) => void
  readonly page?: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>
}

/** What one person began goes with that person: the next one here gives no command of theirs. */
export function whenPersonLeaves(me: AppSession['me'], left: () => void): Cancel {
  let sid = me.peek()?.sid
  return effect(() => {
    const now = me.value?.sid
    if (now === sid) return
    sid = now
    left()
  })
}

export function createDepartures({ session, give, page, onDropped }: DepartureParts): Departures {
  const leaving = signal<readonly Leaving[]>([])
  const go = (due: readonly Leaving[]): void => {
    if (due.length === 0) return
    leaving.value = leaving.peek().filter((one) => !due.includes(one))
    for (const { wish, id } of due) give(wish, id)
  }
  const flush = (): void => go(leaving.peek())
  const putAway = (): void => {
    if (page?.visibilityState === 'hidden') flush()
  }
  const stopPerson = whenPersonLeaves(session.me, () => {
    const dropped = leaving.peek()
    leaving.value = []
    if (dropped.length > 0) onDropped?.(dropped)
  })
  const stopClock = effect(() => {
    const now = session.now.value
    go(leaving.value.filter(({ at }) => at <= now))
  })
  page?.addEventListener('visibilitychange', putAway)
  return {
    leaving,
    isLeaving: (wish) => leaving.peek().some((one) => JSON.stringify(one.wish) === JSON.stringify(wish)),
    leave(id, wish, says) {
      const at = session.client.serverNow() + cancelSeconds * 1000
      leaving.value = [...leaving.peek(), { id, wish, says, at }]
    },
    cancel(id) {
      leaving.value = leaving.peek().filter((one) => one.id !== id)
    },
    flush,
    dispose() {
      page?.removeEventListener('visibilitychange', putAway)
      stopPerson()
      stopClock()
    },
  }
}
