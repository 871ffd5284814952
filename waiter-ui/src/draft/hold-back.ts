// Send held back for five seconds, on tablets whose people want that: until then nobody has it and one tap undoes it. The
// draft stays a draft meanwhile. It goes at once when the page is put away, and never in the name of another person.
import { whenPersonLeaves } from '@comanda/app-shell/leaving'
import type { AppSession } from '@comanda/app-shell/session'
import type { CommandId } from '@comanda/shared/model/ids'
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'

export const heldSeconds = 5

type Held = { readonly at: number; readonly go: () => void }

export type HoldBack = {
  /** Whether this tablet holds back at all; it does not unless somebody asked for it. */
  readonly on: Signal<boolean>
  readonly held: ReadonlySignal<ReadonlyMap<CommandId, Held>>
  /** `go` is called once, when the seconds are over. */
  hold(draftId: CommandId, go: () => void): void
  undo(draftId: CommandId): void
}

export type HoldBackParts = {
  readonly session: Pick<AppSession, 'me' | 'now'> & { readonly client: Pick<AppSession['client'], 'serverNow'> }
  readonly on: Signal<boolean>
  readonly page?: Pick<Document, 'addEventListener' | 'visibilityState'>
}

export function createHoldBack({ session, on, page }: HoldBackParts): HoldBack {
  const held = signal<ReadonlyMap<CommandId, Held>>(new Map())
  const letGo = (isDue: (one: Held) => boolean): void => {
    const due = [...held.peek().values()].filter(isDue)
    if (due.length === 0) return
    held.value = new Map([...held.peek()].filter(([, one]) => !due.includes(one)))
    for (const { go } of due) go()
  }
  whenPersonLeaves(session.me, () => {
    held.value = new Map()
  })
  effect(() => {
    const now = session.now.value
    letGo(({ at }) => at <= now)
  })
  page?.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'hidden') letGo(() => true)
  })
  return {
    on,
    held,
    hold(draftId, go) {
      const at = session.client.serverNow() + heldSeconds * 1000
      held.value = new Map(held.peek()).set(draftId, { at, go })
    },
    undo(draftId) {
      const rest = new Map(held.peek())
      if (rest.delete(draftId)) held.value = rest
    },
  }
}

/** What a countdown shows: never nothing, while it can still be undone. */
export const secondsHeld = ({ at }: Held, now: number): number =>
  Math.min(heldSeconds, Math.max(1, Math.ceil((at - now) / 1000)))
