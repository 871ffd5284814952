// The read port over the reports' thread: asks go by message and are answered in turn; closing lets those asked finish.
// A thread that died takes only what it was asked with it: the next ask begins another.
import { Worker } from 'node:worker_threads'
import type { ClosingEntry, DailyReport, PaymentEntry, Reports, SalesEntry } from '../reports.ts'
import type { ReportAsk, ReportReply, ReportRequest } from './report-messages.ts'
import type { Figures } from './reports/reader.ts'

type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

export type SqliteReports = Reports & {
  /** Lets go of the file until something is asked again. */
  release(): Promise<void>
}

type Thread = { readonly worker: Worker; readonly exited: Promise<void> }

const closedError = (): Error => new Error('the reports are closed')

export function openSqliteReports({ file }: { file: string }): SqliteReports {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let closed = false
  // A thread of its own costs 30 MB: a restaurant that nobody reads reports of never pays for it.
  let thread: Thread | undefined

  const take = (reply: ReportReply): void => {
    const asker = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.ok) asker?.resolve(reply.value)
    else asker?.reject(new Error(reply.message))
  }
  const rejectAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Thread => {
    const worker = new Worker(new URL('./report-worker.ts', import.meta.url), { workerData: { file } })
    let cause = closedError()
    worker.on('error', (error: unknown) => {
      cause = error instanceof Error ? error : new Error(String(error))
    })
    worker.on('message', take)
    const exited = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        thread = undefined
        rejectAll(cause)
        resolve()
      })
    })
    return { worker, exited }
  }

  const post = (request: ReportRequest): void => {
    thread ??= start()
    thread.worker.postMessage(request)
  }

  // What comes back is what the reader of the same program sent: a typed edge within one process.
  const ask = <Value>(asked: ReportAsk): Promise<Value> =>
    new Promise<unknown>((resolve, reject) => {
      if (closed) return reject(closedError())
      const id = ++last
      waiting.set(id, { resolve, reject })
      post({ id, ask: asked })
    }) as Promise<Value>

  return {
    daily: (restaurantId, terms) => ask<DailyReport>({ kind: 'daily', restaurantId, terms }),
    entries: (restaurantId, terms, filter) =>
      ask<readonly SalesEntry[]>({ kind: 'entries', restaurantId, terms, filter }),
    payments: (restaurantId, range) => ask<readonly PaymentEntry[]>({ kind: 'payments', restaurantId, range }),
    closings: (restaurantId, range) => ask<readonly ClosingEntry[]>({ kind: 'closings', restaurantId, range }),
    figures: (restaurantId, date) => ask<Figures>({ kind: 'figures', restaurantId, date }),
    release: async () => {
      if (thread !== undefined) await ask<void>({ kind: 'release' })
    },
    close: async () => {
      closed = true
      if (thread === undefined) return
      post('stop')
      await thread.exited
    },
  }
}
