// The reports' own thread, with its own connection that can only read: however long a report takes, no order waits (REP-9).
import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from './open.ts'
import type { ReportAsk, ReportReply, ReportRequest } from './report-messages.ts'
import { createReportReader, type ReportReader } from './reports/reader.ts'

const database = openReader(workerData as { file: string })
const reader = createReportReader(database)

function answer(reports: ReportReader, ask: ReportAsk): unknown {
  switch (ask.kind) {
    case 'daily':
      return reports.daily(ask.restaurantId, ask.terms)
    case 'entries':
      return reports.entries(ask.restaurantId, ask.terms, ask.filter)
    case 'figures':
      return reports.figures(ask.restaurantId, ask.date)
    default:
      return ask satisfies never
  }
}

function replyTo(id: number, ask: ReportAsk): ReportReply {
  try {
    return { id, ok: true, value: answer(reader, ask) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (request: ReportRequest) => {
  if (request === 'stop') {
    database.close()
    parentPort?.close()
    return
  }
  parentPort?.postMessage(replyTo(request.id, request.ask))
})
