// The reports' own thread, with its own connection that can only read: however long a report takes, no order waits (REP-9).
import { parentPort, workerData } from 'node:worker_threads'
import type { Database } from 'better-sqlite3'
import { openReader } from './open.ts'
import type { ReportAsk, ReportReply, ReportRequest } from './report-messages.ts'
import { createReportReader, type ReportReader } from './reports/reader.ts'

type Opened = { database: Database; reader: ReportReader }

const open = (): Opened => {
  const database = openReader(workerData as { file: string })
  return { database, reader: createReportReader(database) }
}

let opened: Opened | undefined = open()

const reports = (): ReportReader => {
  opened ??= open()
  return opened.reader
}

const letGo = (): void => {
  opened?.database.close()
  opened = undefined
}

function answer(ask: ReportAsk): unknown {
  switch (ask.kind) {
    case 'daily':
      return reports().daily(ask.restaurantId, ask.terms)
    case 'entries':
      return reports().entries(ask.restaurantId, ask.terms, ask.filter)
    case 'payments':
      return reports().payments(ask.restaurantId, ask.range)
    case 'closings':
      return reports().closings(ask.restaurantId, ask.range)
    case 'figures':
      return reports().figures(ask.restaurantId, ask.date)
    case 'release':
      return letGo()
    default:
      return ask satisfies never
  }
}

function replyTo(id: number, ask: ReportAsk): ReportReply {
  try {
    return { id, ok: true, value: answer(ask) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (request: ReportRequest) => {
  if (request === 'stop') {
    letGo()
    parentPort?.close()
    return
  }
  parentPort?.postMessage(replyTo(request.id, request.ask))
})
