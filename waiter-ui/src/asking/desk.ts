// Where commands are given: at once, after three seconds in which they can be taken back (ORD-14), or after somebody
// with the right role said yes (ADM-6). What the server refuses comes back as a card, never silently.
import { createDepartures, type DepartureParts, type Departures, whenPersonLeaves } from '@comanda/app-shell/leaving'
import type { AppSession } from '@comanda/app-shell/session'
import type { Wish } from '@comanda/app-shell/wish'
import { textOf } from '@comanda/shared/i18n/texts'
import type { ApprovalId, CommandId } from '@comanda/shared/model/ids'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Decide, type Trial, would } from './would.ts'

/** A command that waits for somebody's yes, under the id that it will be sent with. */
export type AwaitsYes = {
  readonly id: CommandId
  readonly wish: Wish
  readonly action: string
  readonly note?: string
  readonly settled?: (outcome: Outcome) => void
}

export type AskOptions = {
  /** What a manager reads beside the request. */
  readonly note?: string
  readonly settled?: (outcome: Outcome) => void
}

export type Desk = {
  readonly awaitsYes: ReadonlySignal<AwaitsYes | undefined>
  readonly leaving: Departures['leaving']
  ask(wish: Wish, options?: AskOptions): void
  /** In three seconds, unless cancelled; at once when the page goes away. What needs a yes asks for it first. */
  askSoon(wish: Wish, says: string, options?: Pick<AskOptions, 'note'>): void
  cancel(id: CommandId): void
  flush(): void
  approved(approvalId: ApprovalId): void
  notApproved(): void
  /**
   * True, or in words why not; read while drawing, looked at anew every ten seconds. Who draws for a change of the state
   * asks for that by itself. What needs somebody's yes may be asked for; while nothing is loaded, anything may. */
  may(wish: Wish): true | string
}

type DeskSession = Pick<AppSession, 'client' | 'device' | 'me' | 'now' | 'send' | 'signals' | 'language'>

export type DeskParts = {
  readonly session: DeskSession
  /** The rules, as soon as they are loaded. */
  readonly rules: Promise<{ readonly decide: Decide }>
} & Pick<DepartureParts, 'onDropped' | 'page'>

function trialOf({ signals, me, now, device }: DeskSession, decide: Decide | undefined): Trial | undefined {
  const state = signals.state.peek()
  const person = me.peek()
  if (state === undefined || person === undefined || decide === undefined) return undefined
  const { staffId, roles, sid } = person
  return { decide, state, now: now.peek(), staffId, roles, sid, deviceId: device.id }
}

export function createDesk({ session, rules, ...rest }: DeskParts): Desk {
  const decide = signal<Decide | undefined>(undefined)
  void rules.then((loaded) => {
    decide.value = loaded.decide
  })
  // what time alone forbids is drawn soon enough: a button need not ask the rules anew each second
  const lookAgain = computed(() => Math.floor(session.now.value / 10_000))
  const awaitsYes = signal<AwaitsYes | undefined>(undefined)

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

  const departures = createDepartures({ session, give, ...rest })
  whenPersonLeaves(session.me, () => {
    awaitsYes.value = undefined
  })

  return {
    awaitsYes,
    leaving: departures.leaving,
    ask,
    askSoon(wish, says, options = {}) {
      if (departures.isLeaving(wish)) return
      const id = session.client.newCommandId()
      if (!waitsForYes(wish, id, options)) departures.leave(id, wish, says)
    },
    cancel: departures.cancel,
    flush: departures.flush,
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
