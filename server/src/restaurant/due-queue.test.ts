import type { DomainEvent } from '@comanda/shared/domain/events'
import { steps, tries } from '@comanda/shared/domain/testing/evening'
import { askOf } from '@comanda/shared/domain/testing/history'
import { draft, House } from '@comanda/shared/domain/testing/house'
import { allSubjects, duesOf } from '@comanda/shared/domain/timers'
import type { Millis } from '@comanda/shared/ports/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DueQueue } from './due-queue.ts'

type Planned = { at: Millis; run: () => void }

/** A house, and a queue beside it that asks it for whatever is due as its clock goes on. */
class TimedHouse {
  readonly house = new House()
  readonly asked: { id: string; type: string; at: Millis }[] = []
  #planned: Planned[] = []
  readonly queue: DueQueue

  constructor() {
    const { house } = this
    this.queue = new DueQueue({
      clock: { now: () => house.now, monotonic: () => house.now },
      timers: {
        after: (delay, run) => {
          const planned = { at: house.now + delay, run }
          this.#planned.push(planned)
          return () => {
            this.#planned = this.#planned.filter((one) => one !== planned)
          }
        },
      },
      ask: ({ command }) => {
        this.asked.push({ id: command.id, type: command.type, at: house.now })
        const told = house.run(command, house.context('system'))
        if (!('code' in told)) this.committed(told)
      },
    })
    this.queue.start(house.state)
  }

  committed(events: readonly DomainEvent[]): void {
    this.queue.committed(this.house.state, events)
  }

  /** Time goes on, and rings what it passes. */
  pass(seconds: number): void {
    const until = this.house.now + seconds * 1000
    for (;;) {
      const next = this.#planned.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#planned = this.#planned.filter((one) => one !== next)
      this.house.now = Math.max(this.house.now, next.at)
      next.run()
    }
    this.house.now = until
  }
}

describe('what is due', () => {
  test('[KDS-13] a ticket that nobody shows is told once, at its time, and never again', () => {
    const on = new TimedHouse()
    on.committed(on.house.do('ana', 'round.send', { order: { open: { type: 'takeaway' } }, lines: [draft('soup')] }))
    on.pass(9)
    expect(on.asked.filter(({ type }) => type === 'ticket.alarm')).toEqual([])
    on.pass(3)
    on.pass(300)
    const alarms = on.asked.filter(({ type }) => type === 'ticket.alarm')
    expect(alarms).toHaveLength(1)
    expect(on.house.now - (alarms[0]?.at ?? 0)).toBe(302_000)
  })

  test('after any evening nothing is due that was not asked for, and nothing was asked for twice', () => {
    let asked = 0
    fc.assert(
      fc.property(steps(60), (history) => {
        const on = new TimedHouse()
        for (const step of history) {
          on.pass(step.wait)
          const wish = askOf(on.house.state, on.house.now, step)
          if (wish === undefined) continue
          const told = on.house.run(on.house.command(wish.type, wish.args), on.house.context(wish.who))
          if (!('code' in told)) on.committed(told)
        }
        // whatever is looked at together is looked at soon
        on.pass(1)
        const ids = on.asked.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const dues = allSubjects(on.house.state).flatMap((subject) => duesOf(on.house.state, subject))
        const missed = dues.filter(({ at, command }) => at < on.house.now - 1_000 && !ids.includes(command.id))
        expect(missed).toEqual([])
        asked += ids.length
      }),
      tries(40),
    )
    expect(asked).toBeGreaterThan(0)
  })
})
