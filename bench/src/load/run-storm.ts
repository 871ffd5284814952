// Every device loses its server at once and comes back by itself, with full-jitter back-off, while waiters keep tapping.
import { now, pause } from '../clock.ts'
import { quantiles } from '../figures/figures.ts'
import type { Link, Submitter } from '../peers/peer.ts'
import { type Crowd, gatherCrowd } from './crowd.ts'
import type { StormJob, StormResult } from './job.ts'
import { createRecorder, type Recorder } from './recorder.ts'

const firstBackOffMs = 100
const longestBackOffMs = 2_000

/** `restart` resolves when the server is ready again. */
export async function runStorm(job: StormJob, restart: () => Promise<void>): Promise<StormResult> {
  const recorder = createRecorder(job.screens, now)
  const crowd = await gatherCrowd(job, recorder)
  const until = { over: false }

  const screensBack = crowd.screens.map(comeBack)
  const firstAnswers: number[] = []
  const acknowledged: string[] = []
  const tapping = crowd.submitters.map((submitter, index) =>
    keepTapping(submitter, {
      crowd,
      recorder,
      until,
      firstTapMs: (index * 1_000) / job.ordersPerSecond,
      everyMs: (crowd.submitters.length * 1_000) / job.ordersPerSecond,
      answered: (key) => acknowledged.push(key),
      answeredAgain: (at) => firstAnswers.push(at),
    }),
  )

  await restart()
  const readyAt = now()
  recorder.openWindow()
  const liveAt = await Promise.all(screensBack)
  recorder.closeWindow()
  until.over = true
  await Promise.all(tapping)
  await provenLive(crowd, recorder)
  await crowd.leave()
  const since = (at: number): number => Math.max(0, at - readyAt)
  return {
    firstLiveMs: since(Math.min(...liveAt)),
    allLiveMs: since(Math.max(...liveAt)),
    firstOrderMs: since(Math.min(...firstAnswers)),
    acknowledgedUnseen: acknowledged.filter((key) => recorder.isUnderway(key)).length,
    answeredMeanwhile: quantiles(recorder.samples.answered),
  }
}

/** Resolves at the time when the lost link was live again. */
async function comeBack(link: Link): Promise<number> {
  await link.lost()
  for (let attempt = 0; ; attempt += 1) {
    await pause(Math.random() * Math.min(longestBackOffMs, firstBackOffMs * 2 ** attempt))
    const live = await link.resume().then(
      () => true,
      () => false,
    )
    if (live) return now()
  }
}

interface Tapping {
  readonly crowd: Crowd
  readonly recorder: Recorder
  readonly until: { readonly over: boolean }
  readonly firstTapMs: number
  readonly everyMs: number
  answered(key: string): void
  answeredAgain(at: number): void
}

async function keepTapping(submitter: Submitter, tapping: Tapping): Promise<void> {
  const { crowd, recorder, until } = tapping
  await pause(tapping.firstTapMs)
  let back = false
  while (!until.over) {
    const order = crowd.nextOrder()
    const tap = recorder.tap(order.key)
    const answered = await submitter.submit(order).then(
      () => true,
      () => false,
    )
    if (answered) {
      recorder.answered(tap)
      tapping.answered(order.key)
      if (back) tapping.answeredAgain(now())
      back = false
      await pause(tapping.everyMs)
    } else {
      await comeBack(submitter)
      back = true
    }
  }
}

/** Being connected is not enough: one more order has to reach every screen. */
async function provenLive(crowd: Crowd, recorder: Recorder): Promise<void> {
  const [submitter] = crowd.submitters
  if (submitter === undefined) throw new Error('nobody submits')
  const order = crowd.nextOrder()
  const { everywhere } = recorder.tap(order.key)
  await submitter.submit(order)
  await everywhere
}
