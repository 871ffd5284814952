// The read port over the reports' thread: asks go by message and are answered in turn; closing lets those asked finish.
// A thread that died takes only what it was asked with it: the next ask begins another. One that nobody asks ends by itself.
import { Worker } from 'node:worker_threads'
import type { RestaurantId } from '@comanda/shared/model/ids'
import type { Millis, Timers } from '@comanda/shared/ports/time'
import { LogUnavailable } from '../log.ts'
import type { ClosingEntry, DailyReport, PaymentEntry, Reports, SalesEntry } from '../reports.ts'
import type { Reached } from './facts/projection.ts'
import type { ReportAsk, ReportReply, ReportRequest } from './report-messages.ts'
import type { Figures } from './reports/reader.ts'

type Waiting = { resolve(reply: ReportReply): void; reject(error: Error): void }

export type SqliteReports = Reports & {
  /** Brings the facts a few events closer to the log, and says how far they are. */
  project(restaurantId: RestaurantId): Promise<Reached>
  /** Lets go of the files until something is asked again. */
  release(): Promise<void>
}

export type SqliteReportsOptions = { file: string; timers?: Timers }

type Thread = {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
  readonly exited: Promise<void>
}

/** A thread costs 30 MB: a restaurant pays for it while somebody reads, and a little longer. */
const idleFor: Millis = 60_000
/** Everything waits while a day is closed: after so many steps it is told how far the figures are. */
const stepsForFigures = 20

const closedError = (): Error => new Error('the reports are closed')

const failureOf = ({ message, reason }: Extract<ReportReply, { kind: 'failed' }>): Error =>
  reason === undefined ? new Error(message) : new LogUnavailable(reason, new Error(message))

const startThread = (file: string, onExit: (thread: Thread) => void): Thread => {
  const worker = new Worker(new URL('./report-worker.ts', import.meta.url), { workerData: { file } })
  const waiting = new Map<number, Waiting>()
  let cause = closedError()
  worker.on('error', (error: unknown) => {
    cause = error instanceof Error ? error : new Error(String(error))
  })
  worker.on('message', (reply: ReportReply) => {
    const asker = waiting.get(reply.id)
    waiting.delete(reply.id)
    asker?.resolve(reply)
  })
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      onExit(thread)
      for (const { reject } of waiting.values()) reject(cause)
      waiting.clear()
      resolve()
    })
  })
  const thread: Thread = { worker, waiting, exited }
  return thread
}

export function openSqliteReports({ file, timers }: SqliteReportsOptions): SqliteReports {
  let last = 0
  let closed = false
  let thread: Thread | undefined
  let released: Promise<unknown> | undefined
  let cancelRest = (): void => {}

  const release = async (): Promise<void> => {
    cancelRest()
    const going = thread
    thread = undefined
    if (going === undefined) return
    going.worker.postMessage('stop' satisfies ReportRequest)
    // Whoever waits for the files to be let go of comes before the next who wants to read them.
    released = going.exited.then(() => new Promise((resolve) => setImmediate(resolve)))
    await going.exited
  }

  const restWhenIdle = (): void => {
    cancelRest()
    if (timers !== undefined) {
      cancelRest = timers.after(idleFor, () => {
        if (thread?.waiting.size === 0) void release()
        else restWhenIdle()
      })
    }
  }

  const post = (ask: ReportAsk, more: { reach?: number; asItIs?: true }): Promise<ReportReply> =>
    new Promise<ReportReply>((resolve, reject) => {
      if (closed) return reject(closedError())
      thread ??= startThread(file, (exited) => {
        if (thread === exited) thread = undefined
      })
      restWhenIdle()
      const id = ++last
      thread.waiting.set(id, { resolve, reject })
      thread.worker.postMessage({ id, ask, ...more } satisfies ReportRequest)
    })

  // What comes back is what the reader of the same program sent: a typed edge within one process.
  const ask = async <Value>(asked: ReportAsk, atMost = Number.POSITIVE_INFINITY): Promise<Value> => {
    let more: { reach?: number; asItIs?: true } = {}
    for (let step = 1; ; step += 1) {
      if (released !== undefined) await released
      const reply = await post(asked, more)
      if (reply.kind === 'made') return reply.value as Value
      if (reply.kind === 'failed') throw failureOf(reply)
      more = step < atMost ? { reach: reply.reach } : { asItIs: true }
    }
  }

  return {
    daily: (restaurantId, terms) => ask<DailyReport>({ kind: 'daily', restaurantId, terms }),
    entries: (restaurantId, terms, filter) =>
      ask<readonly SalesEntry[]>({ kind: 'entries', restaurantId, terms, filter }),
    payments: (restaurantId, range) => ask<readonly PaymentEntry[]>({ kind: 'payments', restaurantId, range }),
    closings: (restaurantId, range) => ask<readonly ClosingEntry[]>({ kind: 'closings', restaurantId, range }),
    figures: (restaurantId, date) => ask<Figures>({ kind: 'figures', restaurantId, date }, stepsForFigures),
    project: (restaurantId) => ask<Reached>({ kind: 'project', restaurantId }),
    release,
    close: async () => {
      const going = release()
      closed = true
      await going
    },
  }
}
