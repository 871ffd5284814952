// The life of one device's connection as a pure machine: each state carries only its own data, an event gives the next
// state and what to do. Sockets, timers and frames are the link's business. An event that means nothing here changes nothing.
import { assertNever } from '@comanda/shared/domain/decision'
import type { Millis } from '@comanda/shared/ports/time'
import { backOffDelay } from './back-off.ts'
import { type CloseReason, closeRule, type EndReason } from './close-rules.ts'

/** How long this device has been out of service, and how often it has tried since. */
export type Trouble = { since: Millis; attempt: number }

export type ConnectionState =
  | { at: 'idle' }
  | { at: 'connecting'; trouble: Trouble }
  | { at: 'greeting'; trouble: Trouble }
  | { at: 'catching-up'; trouble: Trouble; head: number }
  | { at: 'live'; trouble: Trouble; since: Millis }
  /** Too old to follow the log: the outbox is sent and answered, nothing else. */
  | { at: 'draining'; trouble: Trouble }
  | { at: 'waiting'; trouble: Trouble; until: Millis; cause: number }
  | { at: 'ended'; why: EndReason }

export type ConnectionEvent =
  | { kind: 'start' }
  | { kind: 'stop' }
  | { kind: 'opened' }
  | { kind: 'welcomed'; mode: 'resume' | 'snapshot' | 'drain' | 'upgrade'; head: number }
  | { kind: 'caught-up' }
  | { kind: 'drained' }
  | { kind: 'closed'; code: number; reason: CloseReason }
  /** Nothing was heard for too long. */
  | { kind: 'silent' }
  | { kind: 'retry-due' }
  /** What was heard does not fit what is here: hello again on a new socket. */
  | { kind: 'out-of-step'; slowly?: boolean }
  /** The network or the screen is back: waiting longer has no sense. */
  | { kind: 'nudge' }

export type Effect =
  | { do: 'open' }
  | { do: 'hello' }
  | { do: 'close'; code: number }
  | { do: 'retry-in'; delay: Millis }
  | { do: 'forget-retry' }

export type Step = { state: ConnectionState; effects: readonly Effect[] }
export type StepContext = { now: Millis; fraction: number }

/** A connection that lasted this long was a good one: the next trouble starts afresh. */
const goodAfter = 5_000

const none: readonly Effect[] = []
const stay = (state: ConnectionState): Step => ({ state, effects: none })

export const isWelcomed = (state: ConnectionState): boolean =>
  state.at === 'catching-up' || state.at === 'live' || state.at === 'draining'

const hasSocket = (state: ConnectionState): boolean =>
  state.at === 'connecting' || state.at === 'greeting' || isWelcomed(state)

const connect = (trouble: Trouble): Step => ({ state: { at: 'connecting', trouble }, effects: [{ do: 'open' }] })

/** The trouble that begins, or goes on, when the socket of this state is lost. */
function troubleAfter(state: ConnectionState, now: Millis): Trouble {
  switch (state.at) {
    case 'live':
      return now - state.since >= goodAfter
        ? { since: now, attempt: 0 }
        : { since: now, attempt: state.trouble.attempt + 1 }
    case 'draining':
      return { since: now, attempt: state.trouble.attempt + 1 }
    case 'connecting':
    case 'greeting':
    case 'catching-up':
    case 'waiting':
      return { since: state.trouble.since, attempt: state.trouble.attempt + 1 }
    case 'idle':
    case 'ended':
      return { since: now, attempt: 0 }
    default:
      return assertNever(state)
  }
}

type Loss = { code: number; retryAfter?: Millis | undefined; slowly?: boolean }

function wait(state: ConnectionState, loss: Loss, { now, fraction }: StepContext): Step {
  const trouble = troubleAfter(state, now)
  const delay = backOffDelay({
    attempt: trouble.attempt,
    downFor: now - trouble.since,
    fraction,
    ...(loss.retryAfter === undefined ? {} : { retryAfter: loss.retryAfter }),
    slowly: loss.slowly ?? false,
  })
  return {
    state: { at: 'waiting', trouble, until: now + delay, cause: loss.code },
    effects: [{ do: 'retry-in', delay }],
  }
}

const closing = (step: Step, code: number): Step => ({ ...step, effects: [{ do: 'close', code }, ...step.effects] })

const end = (why: EndReason): Step => ({ state: { at: 'ended', why }, effects: none })

function closed(state: ConnectionState, event: { code: number; reason: CloseReason }, context: StepContext): Step {
  if (!hasSocket(state)) return stay(state)
  const rule = closeRule(event.code, event.reason.code)
  switch (rule.kind) {
    case 'retry':
      return wait(state, { code: event.code, retryAfter: event.reason.retryAfter }, context)
    case 'retry-slowly':
      return wait(state, { code: event.code, slowly: true }, context)
    case 'end':
      return end(rule.why)
    default:
      return assertNever(rule)
  }
}

function welcomed(
  state: ConnectionState,
  event: { mode: 'resume' | 'snapshot' | 'drain' | 'upgrade'; head: number },
): Step {
  if (state.at !== 'greeting') return stay(state)
  switch (event.mode) {
    case 'resume':
    case 'snapshot':
      return stay({ at: 'catching-up', trouble: state.trouble, head: event.head })
    case 'drain':
      return stay({ at: 'draining', trouble: state.trouble })
    case 'upgrade':
      return closing(end('upgrade'), 1000)
    default:
      return assertNever(event.mode)
  }
}

function begin(state: ConnectionState, now: Millis): Step {
  if (state.at !== 'idle' && state.at !== 'ended') return stay(state)
  return connect({ since: now, attempt: 0 })
}

function stop(state: ConnectionState): Step {
  const idle: Step = { state: { at: 'idle' }, effects: none }
  if (state.at === 'waiting') return { ...idle, effects: [{ do: 'forget-retry' }] }
  return hasSocket(state) ? closing(idle, 1000) : idle
}

function nudge(state: ConnectionState): Step {
  if (state.at !== 'waiting') return stay(state)
  const step = connect(state.trouble)
  return { ...step, effects: [{ do: 'forget-retry' }, ...step.effects] }
}

/** Pure: the next state and what to do about it. */
export function stepConnection(state: ConnectionState, event: ConnectionEvent, context: StepContext): Step {
  switch (event.kind) {
    case 'start':
      return begin(state, context.now)
    case 'stop':
      return stop(state)
    case 'opened':
      if (state.at !== 'connecting') return stay(state)
      return { state: { at: 'greeting', trouble: state.trouble }, effects: [{ do: 'hello' }] }
    case 'welcomed':
      return welcomed(state, event)
    case 'caught-up':
      return stay(state.at === 'catching-up' ? { at: 'live', trouble: state.trouble, since: context.now } : state)
    case 'drained':
      return state.at === 'draining' ? closing(end('upgrade'), 1000) : stay(state)
    case 'closed':
      return closed(state, event, context)
    case 'silent':
      return hasSocket(state) ? closing(wait(state, { code: 1006 }, context), 4000) : stay(state)
    case 'out-of-step':
      if (!hasSocket(state)) return stay(state)
      return closing(wait(state, { code: 1006, slowly: event.slowly ?? false }, context), 4000)
    case 'retry-due':
      return state.at === 'waiting' ? connect(state.trouble) : stay(state)
    case 'nudge':
      return nudge(state)
    default:
      return assertNever(event)
  }
}
