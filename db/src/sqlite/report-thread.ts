// The read port over the reports' thread: asks go by message and are answered in turn; closing lets those asked finish.
import { Worker } from 'node:worker_threads'
import type { ClosingEntry, DailyReport, PaymentEntry, Reports, SalesEntry } from '../reports.ts'
import type { ReportAsk, ReportReply, ReportRequest } from './report-messages.ts'
import type { Figures } from './reports/reader.ts'

type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

export type SqliteReports = Reports & {
  /** Lets go of the file until something is asked again. */
  release(): Promise<void>
}

export function openSqliteReports({ file }: { file: string }): SqliteReports {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let ended: Error | undefined

  const end = (error: Error): void => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  const take = (reply: ReportReply): void => {
    const asker = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.ok) asker?.resolve(reply.value)
    else asker?.reject(new Error(reply.message))
  }

  // A thread of its own costs 30 MB: a restaurant that nobody reads reports of never pays for it.
  let thread: { worker: Worker; exited: Promise<void> } | undefined
  const start = (): { worker: Worker; exited: Promise<void> } => {
    const worker = new Worker(new URL('./report-worker.ts', import.meta.url), { workerData: { file } })
    worker.on('error', end)
    worker.on('message', take)
    const exited = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        end(new Error('the reports are closed'))
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
      if (ended !== undefined) return reject(ended)
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
      if (thread === undefined) return end(new Error('the reports are closed'))
      if (ended === undefined) post('stop')
      await thread.exited
    },
  }
}
