import { describe, expect, it } from 'vitest'
import { backOffDelay } from './back-off.ts'
import { readCloseReason } from './close-rules.ts'
import { type ConnectionEvent, type ConnectionState, type Effect, stepConnection } from './connection.ts'
import { freshness, nextChange } from './status.ts'

/** Drives the machine by hand; `fraction` 1 shows the longest wait a jitter can give. */
function machine(fraction = 1) {
  let state: ConnectionState = { at: 'idle' }
  const tell = (now: number, ...events: ConnectionEvent[]): Effect[] =>
    events.flatMap((event) => {
      const step = stepConnection(state, event, { now, fraction })
      state = step.state
      return [...step.effects]
    })
  return { tell, state: () => state }
}

const welcomed = { kind: 'welcomed', mode: 'resume', head: 9 } as const
const closed = (code: number, retryAfter?: number): ConnectionEvent => ({
  kind: 'closed',
  code,
  reason: retryAfter === undefined ? {} : { retryAfter },
})
const goLive: ConnectionEvent[] = [{ kind: 'start' }, { kind: 'opened' }, welcomed, { kind: 'caught-up' }]

describe('the connection machine', () => {
  it('goes from idle to live, saying hello once', () => {
    const { tell, state } = machine()
    expect(tell(0, ...goLive)).toEqual([{ do: 'open' }, { do: 'hello' }])
    expect(state()).toMatchObject({ at: 'live', since: 0 })
  })

  it('waits with full jitter, capped at 2 s for two minutes and at 15 s after them', () => {
    const { tell, state } = machine()
    tell(0, { kind: 'start' })
    const waits: number[] = []
    let now = 0
    while (now < 200_000) {
      const [wait] = tell(now, closed(1006))
      if (wait?.do !== 'retry-in') throw new Error('it does not wait')
      waits.push(wait.delay)
      now += wait.delay + 1_000
      tell(now, { kind: 'retry-due' })
    }
    expect(waits.slice(0, 4)).toEqual([500, 1_000, 2_000, 2_000])
    expect(waits.at(-1)).toBe(15_000)
    expect(state().at).toBe('connecting')
    expect(backOffDelay({ attempt: 9, downFor: 0, fraction: 0 })).toBe(0)
  })

  it('starts afresh after a connection that lasted, and goes on counting after one that did not', () => {
    const { tell } = machine()
    tell(0, ...goLive)
    expect(tell(5_000, closed(1012))).toEqual([{ do: 'retry-in', delay: 250 }])
    tell(5_300, { kind: 'retry-due' }, ...goLive.slice(1))
    expect(tell(5_400, closed(1012))).toEqual([{ do: 'retry-in', delay: 500 }])
  })

  it('never comes back before the server wants it to', () => {
    const { tell } = machine(0)
    tell(0, ...goLive)
    expect(readCloseReason('{"code":"server-busy","retryAfterMs":7000}')).toEqual({
      code: 'server-busy',
      retryAfter: 7_000,
    })
    expect(tell(1, closed(1013, 7_000))).toEqual([{ do: 'retry-in', delay: 7_000 }])
  })

  it.each([
    [4409, 'replaced'],
    [4401, 'signed-out'],
    [4403, 'refused'],
    [4426, 'upgrade'],
  ])('gives up after %i until a person starts it again', (code, why) => {
    const { tell, state } = machine()
    tell(0, ...goLive)
    expect(tell(1, closed(code))).toEqual([])
    expect(state()).toEqual({ at: 'ended', why })
    expect(tell(2, { kind: 'nudge' }, { kind: 'retry-due' })).toEqual([])
    expect(tell(3, { kind: 'start' })).toEqual([{ do: 'open' }])
  })

  it('gives up when the server does not know this device, whatever the code', () => {
    const { tell, state } = machine()
    tell(0, ...goLive, { kind: 'closed', code: 1011, reason: readCloseReason('{"code":"not-signed-in"}') })
    expect(state()).toEqual({ at: 'ended', why: 'signed-out' })
  })

  it.each([4400, 1009])('does not hurry after %i: a frame of its own was wrong', (code) => {
    const { tell } = machine()
    tell(0, ...goLive)
    expect(tell(1, closed(code))).toEqual([{ do: 'retry-in', delay: 15_000 }])
  })

  it('takes silence for a dead socket, whatever it waits for', () => {
    for (const events of [goLive.slice(0, 1), goLive.slice(0, 2), goLive]) {
      const { tell, state } = machine()
      tell(0, ...events)
      expect(tell(10_000, { kind: 'silent' })[0]).toEqual({ do: 'close', code: 4000 })
      expect(state().at).toBe('waiting')
    }
  })

  it('comes back at once when the network does', () => {
    const { tell } = machine()
    tell(0, { kind: 'start' }, closed(1006))
    expect(tell(10, { kind: 'nudge' })).toEqual([{ do: 'forget-retry' }, { do: 'open' }])
  })

  it('empties the outbox of a program that is too old, then ends', () => {
    const { tell, state } = machine()
    tell(0, { kind: 'start' }, { kind: 'opened' }, { kind: 'welcomed', mode: 'drain', head: 9 })
    expect(state().at).toBe('draining')
    expect(tell(1, { kind: 'drained' })).toEqual([{ do: 'close', code: 1000 }])
    expect(state()).toEqual({ at: 'ended', why: 'upgrade' })
  })

  it('is not moved by what comes too late', () => {
    const { tell, state } = machine()
    tell(0, ...goLive)
    const live = state()
    tell(
      1,
      { kind: 'start' },
      { kind: 'opened' },
      welcomed,
      { kind: 'retry-due' },
      { kind: 'nudge' },
      { kind: 'drained' },
    )
    expect(state()).toBe(live)
    tell(2, { kind: 'stop' }, closed(1006), { kind: 'silent' }, { kind: 'retry-due' })
    expect(state()).toEqual({ at: 'idle' })
  })
})

describe('what a person is told of the connection', () => {
  const waiting: ConnectionState = { at: 'waiting', trouble: { since: 1_000, attempt: 3 }, until: 9_999, cause: 1006 }

  it('[P-11] is quiet for 5 s, offline from then on, and stale 10 s after the last fresh word', () => {
    const at = (now: number) => freshness({ state: waiting, freshAt: 0, now })
    expect(at(5_999)).toEqual({ link: 'reconnecting', stale: false })
    expect(at(6_000)).toEqual({ link: 'offline', stale: false })
    expect(at(10_000)).toEqual({ link: 'offline', stale: true })
    expect(nextChange({ state: waiting, freshAt: 0, now: 2_000 })).toBe(6_000)
    expect(nextChange({ state: waiting, freshAt: 0, now: 6_000 })).toBe(10_000)
    expect(nextChange({ state: waiting, freshAt: 0, now: 10_000 })).toBeUndefined()
  })

  it('[P-11] calls a socket stale that is open and says nothing', () => {
    const live: ConnectionState = { at: 'live', trouble: { since: 0, attempt: 0 }, since: 0 }
    expect(freshness({ state: live, freshAt: 0, now: 10_000 })).toEqual({ link: 'live', stale: true })
  })
})
