// The reports' own thread, with its own connections: it reads the log and writes nothing but facts, so however long a report
// takes, no order waits (REP-9).
import { parentPort, workerData } from 'node:worker_threads'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import { facts } from '../facts.ts'
import { unavailableFrom } from './failures.ts'
import { createReportDesk } from './report-desk.ts'
import type { ReportReply, ReportRequest } from './report-messages.ts'

const { file } = workerData as { file: string }
const desk = createReportDesk({ file, facts, upcast: currentUpcast })

const replyTo = ({ id, ask, reach, asItIs }: Exclude<ReportRequest, 'stop'>): ReportReply => {
  try {
    return { id, ...desk.step(ask, reach, asItIs) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const reason = unavailableFrom(error)?.reason
    return { id, kind: 'failed', message, ...(reason === undefined ? {} : { reason }) }
  }
}

parentPort?.on('message', (request: ReportRequest) => {
  if (request === 'stop') {
    desk.close()
    parentPort?.close()
    return
  }
  parentPort?.postMessage(replyTo(request))
})
