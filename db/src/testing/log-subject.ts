// What a test of the log's contract works on: a place where logs lie, and one of them opened.
import type { Recorded } from '@comanda/shared/domain/events'
import { LogId } from '@comanda/shared/model/ids'
import type { AppendOutcome, Entry, Log } from '../log.ts'
import type { Said } from './entries.ts'

/** One place where logs lie, as a process finds it again after it died. */
export type LogRig = {
  /** Opens the log; the ones opened before stay as they are, like nodes side by side. */
  open(): Promise<Log>
  /** As kill -9 does it: nothing is closed in order. */
  kill(log: Log): Promise<void>
  remove(): Promise<void>
}

/** Its fields are new for every test; a test that opens the log again puts it here. */
export type LogSubject = {
  rig: LogRig
  log: Log
  append(said: readonly Said[], head: number): Promise<{ batch: readonly Entry[]; outcome: AppendOutcome }>
}

export const life = LogId.parse('log-1')

export const eventsOf = (batch: readonly Entry[]): readonly Recorded[] => batch.flatMap(({ recorded }) => recorded)
