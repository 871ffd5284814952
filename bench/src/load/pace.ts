// When the next order is placed. Every pace runs until it is told to end and then waits for its last answers.
import { now, pause } from '../clock.ts'
import type { Submitter } from '../peers/peer.ts'
import type { Crowd } from './crowd.ts'
import type { Pace } from './job.ts'
import type { Recorder } from './recorder.ts'

export interface Until {
  readonly over: boolean
}

export function keepPace(pace: Pace, crowd: Crowd, recorder: Recorder, until: Until): Promise<void> {
  switch (pace.mode) {
    case 'full':
      return eachSubmitter(crowd, (submitter) => placeWhenAnswered(submitter, crowd, recorder, until))
    case 'single':
      return placeWhenSeen(crowd, recorder, until)
    case 'rate':
      return placeAtRate(pace.perSecond, crowd, recorder, until)
    default:
      throw new Error(`unknown pace ${JSON.stringify(pace satisfies never)}`)
  }
}

async function eachSubmitter(crowd: Crowd, work: (submitter: Submitter) => Promise<void>): Promise<void> {
  await Promise.all(crowd.submitters.map(work))
}

async function placeWhenAnswered(submitter: Submitter, crowd: Crowd, recorder: Recorder, until: Until): Promise<void> {
  while (!until.over) {
    const order = crowd.nextOrder()
    const tap = recorder.tap(order.key)
    await submitter.submit(order)
    recorder.answered(tap)
  }
}

async function placeWhenSeen(crowd: Crowd, recorder: Recorder, until: Until): Promise<void> {
  const [submitter] = crowd.submitters
  if (submitter === undefined) throw new Error('nobody submits')
  while (!until.over) {
    const order = crowd.nextOrder()
    const tap = recorder.tap(order.key)
    const answered = submitter.submit(order).then(() => recorder.answered(tap))
    await Promise.all([answered, tap.everywhere])
  }
}

/** Taps come by the clock, whether or not earlier orders are answered; one that finds no submitter free waits for one. */
async function placeAtRate(perSecond: number, crowd: Crowd, recorder: Recorder, until: Until): Promise<void> {
  const free = [...crowd.submitters]
  const queue: (() => void)[] = []
  const underway = new Set<Promise<void>>()

  const place = async (): Promise<void> => {
    const order = crowd.nextOrder()
    const tap = recorder.tap(order.key)
    while (free.length === 0) await new Promise<void>((resolve) => queue.push(resolve))
    const submitter = free.shift()
    if (submitter === undefined) throw new Error('a free submitter vanished')
    await submitter.submit(order)
    recorder.answered(tap)
    free.push(submitter)
    queue.shift()?.()
  }

  const startedAt = now()
  let placed = 0
  while (!until.over) {
    const due = Math.floor(((now() - startedAt) * perSecond) / 1_000)
    for (; placed < due; placed += 1) {
      const order = place().finally(() => underway.delete(order))
      underway.add(order)
    }
    await pause(startedAt + ((placed + 1) * 1_000) / perSecond - now())
  }
  await Promise.all(underway)
}
