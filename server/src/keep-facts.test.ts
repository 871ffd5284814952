import { RestaurantId } from '@comanda/shared/model/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FactsKeeper, keepFacts, lagAllowed, type Reached } from './keep-facts.ts'
import { type VirtualTime, virtualTime } from './testing/virtual-time.ts'

const casa = RestaurantId.parse('casa-lola')
const step = 100

let time: VirtualTime
let head: number
let seq: number
let steps: number
let trouble: Error | undefined
let failures: unknown[]
let keeper: FactsKeeper
let tell: (head: number) => void

beforeEach(() => {
  time = virtualTime(0)
  head = 0
  seq = 0
  steps = 0
  trouble = undefined
  failures = []
})
afterEach(() => keeper.stop())

/** A step takes two milliseconds. */
async function project(): Promise<Reached> {
  steps += 1
  await new Promise<void>((resolve) => void time.timers.after(2, resolve))
  if (trouble !== undefined) throw trouble
  seq = Math.min(head, seq + step)
  return { seq, head }
}

function start(): void {
  keeper = keepFacts({
    clock: time.clock,
    timers: time.timers,
    reached: () => new Map([[casa, { seq, head }]]),
    project,
    onAdvance: (hint) => {
      tell = (to) => {
        head = to
        hint(casa, to)
      }
      return () => {}
    },
    failed: (cause) => failures.push(cause),
  })
}

/** Orders keep coming, one every `every` milliseconds. */
async function rush(millis: number, every: number): Promise<void> {
  for (let passed = 0; passed < millis; passed += every) {
    tell(head + 1)
    await time.advance(every)
  }
}

describe('[REP-9] the keeper of facts', () => {
  it('leaves a restaurant alone while it is busy, and brings the facts up once it is quiet', async () => {
    start()
    await rush(60_000, 500)
    expect(steps).toBe(0)
    await time.advance(12_000)
    expect(seq).toBe(120)
    const done = steps
    await time.advance(60_000)
    expect(steps).toBe(done)
  })

  it('does not let them lag without end, and gives most of the time back to the orders', async () => {
    start()
    tell(1)
    tell(lagAllowed - 1)
    await time.advance(1)
    expect(steps).toBe(0)
    const before = steps
    await rush(4_000, 1)
    expect(steps - before).toBeGreaterThan(100)
    // two milliseconds of work, then six or more of rest
    expect(steps - before).toBeLessThan(4_000 / 8 + 10)
  })

  it('goes on where an earlier program stopped', async () => {
    head = 250
    seq = 30
    start()
    await time.advance(6_000)
    expect(seq).toBe(250)
    expect(steps).toBe(3)
  })

  it('tries again ever more seldom while it fails, and says so each time', async () => {
    head = 250
    trouble = new Error('no')
    start()
    await time.advance(600_000)
    expect(failures.length).toBeGreaterThan(3)
    expect(failures.length).toBeLessThan(10)
    trouble = undefined
    await time.advance(600_000)
    expect(seq).toBe(250)
  })

  it('does nothing once it was stopped', async () => {
    start()
    tell(500)
    await time.advance(9_999)
    keeper.stop()
    await time.advance(60_000)
    expect(seq).toBe(0)
  })
})
