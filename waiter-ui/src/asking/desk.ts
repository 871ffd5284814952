// Where commands are given: at once, after three seconds in which they can be taken back (ORD-14), or after somebody
// with the right role said yes (ADM-6). What the server refuses comes back as a card, never silently.
import type { AppSession } from '@comanda/app-shell/session'
import { textOf } from '@comanda/shared/i18n/texts'
import type { ApprovalId, CommandId } from '@comanda/shared/model/ids'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { type Decide, type Trial, type Wish, would } from './would.ts'

/** A command that waits for somebody's yes, under the id that it will be sent with. */
export type AwaitsYes = {
  readonly id: CommandId
  readonly wish: Wish
  readonly action: string
  readonly note?: string
  readonly settled?: (outcome: Outcome) => void
}

/** A command that goes when its three seconds are over. */
export type Leaving = { readonly id: CommandId; readonly wish: Wish; readonly says: string; readonly at: number }

export type AskOptions = {
  /** What a manager reads beside the request. */
  readonly note?: string
  readonly settled?: (outcome: Outcome) => void
}

export type Desk = {
  readonly awaitsYes: ReadonlySignal<AwaitsYes | undefined>
  readonly leaving: ReadonlySignal<readonly Leaving[]>
  ask(wish: Wish, options?: AskOptions): void
  /** In three seconds, unless cancelled; at once when the page goes away. What needs a yes asks for it first. */
  askSoon(wish: Wish, says: string): void
  cancel(id: CommandId): void
  flush(): void
  approved(approvalId: ApprovalId): void
  notApproved(): void
  /**
   * True, or in words why not; read while drawing, looked at anew every ten seconds. Who draws for a change of the state
   * asks for that by itself. What needs somebody's yes may be asked for; while nothing is loaded, anything may. */
  may(wish: Wish): true | string
}

export const cancelSeconds = 3

type DeskSession = Pick<AppSession, 'client' | 'device' | 'me' | 'now' | 'send' | 'signals' | 'language'>

export type DeskParts = {
  readonly session: DeskSession
  /** The rules, as soon as they are loaded. */
  readonly rules: Promise<{ readonly decide: Decide }>
  /** Whoever wanted these is not signed in here any more, and nobody else can give them. */
  readonly onDropped?: (dropped: readonly Leaving[]) => void
  readonly page?: Pick<Document, 'addEventListener' | 'visibilityState'>
}

function trialOf({ signals, me, now, device }: DeskSession, decide: Decide | undefined): Trial | undefined {
  const state = signals.state.peek()
  const person = me.peek()
  if (state === undefined || person === undefined || decide === undefined) return undefined
  const { staffId, roles, sid } = person
  return { decide, state, now: now.peek(), staffId, roles, sid, deviceId: device.id }
}

/** What one person began goes with that person: the next one here gives no command of theirs. */
function whenPersonLeaves(me: DeskSession['me'], left: () => void): void {
  let sid = me.peek()?.sid
  effect(() => {
    const now = me.value?.sid
    if (now === sid) return
    sid = now
    left()
  })
}

export function createDesk({ session, rules, page, onDropped }: DeskParts): Desk {
  const decide = signal<Decide | undefined>(undefined)
  void rules.then((loaded) => {
    decide.value = loaded.decide
  })
  // what time alone forbids is drawn soon enough: a button need not ask the rules anew each second
  const lookAgain = computed(() => Math.floor(session.now.value / 10_000))
  const awaitsYes = signal<AwaitsYes | undefined>(undefined)
  const leaving = signal<readonly Leaving[]>([])

  const give = (wish: Wish, id: CommandId, options: { approvalId?: ApprovalId } & AskOptions = {}): void => {
    const { approvalId, settled } = options
    const sent = session.send(wish.type, wish.args, { id, ...(approvalId === undefined ? {} : { approvalId }) })
    if (settled !== undefined) void sent.settled.then(settled)
  }

  /** Whether it waits for somebody's yes now. */
  const waitsForYes = (wish: Wish, id: CommandId, options: AskOptions): boolean => {
    const trial = trialOf(session, decide.peek())
    const answer = trial === undefined ? undefined : would(trial, wish)
    if (answer?.kind !== 'approval') return false
    awaitsYes.value = { id, wish, action: answer.action, ...options }
    return true
  }

  const ask: Desk['ask'] = (wish, options = {}) => {
    const id = session.client.newCommandId()
    if (!waitsForYes(wish, id, options)) give(wish, id, options)
  }

  const go = (due: readonly Leaving[]): void => {
    if (due.length === 0) return
    leaving.value = leaving.peek().filter((one) => !due.includes(one))
    for (const { wish, id } of due) give(wish, id)
  }

  whenPersonLeaves(session.me, () => {
    const dropped = leaving.peek()
    awaitsYes.value = undefined
    leaving.value = []
    if (dropped.length > 0) onDropped?.(dropped)
  })
  effect(() => {
    const now = session.now.value
    go(leaving.value.filter(({ at }) => at <= now))
  })
  page?.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'hidden') go(leaving.peek())
  })

  return {
    awaitsYes,
    leaving,
    ask,
    askSoon(wish, says) {
      const same = leaving.peek().some((one) => JSON.stringify(one.wish) === JSON.stringify(wish))
      if (same) return
      const id = session.client.newCommandId()
      if (waitsForYes(wish, id, {})) return
      const at = session.client.serverNow() + cancelSeconds * 1000
      leaving.value = [...leaving.peek(), { id, wish, says, at }]
    },
    cancel(id) {
      leaving.value = leaving.peek().filter((one) => one.id !== id)
    },
    flush: () => go(leaving.peek()),
    approved(approvalId) {
      const waiting = awaitsYes.peek()
      if (waiting === undefined) return
      awaitsYes.value = undefined
      give(waiting.wish, waiting.id, {
        approvalId,
        ...(waiting.settled === undefined ? {} : { settled: waiting.settled }),
      })
    },
    notApproved() {
      awaitsYes.value = undefined
    },
    may(wish) {
      lookAgain.value
      const trial = trialOf(session, decide.value)
      if (trial === undefined) return true
      const answer = would(trial, wish)
      return answer.kind === 'no' ? textOf(answer.code, session.language.value, answer.details).message : true
    },
  }
}
