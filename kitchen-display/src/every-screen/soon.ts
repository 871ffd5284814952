// What is asked for with one press and goes in three seconds (ORD-14). Asked for again meanwhile, it is cancelled.
import { createDepartures, type Departures, type Leaving } from '@comanda/app-shell/leaving'
import type { AppSession } from '@comanda/app-shell/session'
import type { Wish } from '@comanda/app-shell/wish'
import { toast } from '@comanda/ui-kit/toasts'
import type { Send } from './send.ts'

export type Soon = Pick<Departures, 'leaving' | 'cancel' | 'dispose'> & {
  ask(wish: Wish, says: string): void
  /** The one that was asked for last. False when nothing leaves. */
  cancelLast(): boolean
}

/** The one that these words fit, if it is on its way. */
export const leavingOf = (soon: Pick<Soon, 'leaving'>, fits: (wish: Wish) => boolean): Leaving | undefined =>
  soon.leaving.value.find(({ wish }) => fits(wish))

export type SoonParts = {
  readonly session: AppSession
  readonly send: Send
  readonly notDone: (says: string) => string
  readonly page: Document
}

export function openSoon({ session, send, notDone, page }: SoonParts): Soon {
  const departures = createDepartures({
    session,
    page,
    give: ({ type, args }, id) => send(type, args, { id }),
    onDropped: (dropped) => {
      for (const { says } of dropped) toast(notDone(says), { tone: 'warn', stays: 8 })
    },
  })
  const { leaving, cancel, dispose } = departures
  return {
    leaving,
    cancel,
    dispose,
    ask(wish, says) {
      const same = leaving.peek().find((one) => JSON.stringify(one.wish) === JSON.stringify(wish))
      if (same === undefined) departures.leave(session.client.newCommandId(), wish, says)
      else cancel(same.id)
    },
    cancelLast() {
      const last = leaving.peek().at(-1)
      if (last !== undefined) cancel(last.id)
      return last !== undefined
    },
  }
}
