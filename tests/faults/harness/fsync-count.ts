// Counts how often a running process made its files durable, as the kernel saw it: not what a library claims.
import { attachStrace, type TraceOptions } from './strace.ts'
import { type SystemCall, tracedFile } from './strace-lines.ts'

export type SyncCounts = {
  /** Calls that succeeded. */
  total: number
  failed: number
  byPath: ReadonlyMap<string, number>
}

export type SyncCounter = {
  soFar: () => SyncCounts
  /** Lets the process go on uncounted. */
  stop: () => Promise<SyncCounts>
}

const syncCalls = ['fsync', 'fdatasync', 'sync_file_range', 'syncfs', 'msync']

export function countedSyncs(calls: readonly SystemCall[]): SyncCounts {
  const counts = { total: 0, failed: 0, byPath: new Map<string, number>() }
  for (const call of calls) {
    if (call.name !== 'fsync' && call.name !== 'fdatasync') {
      throw new Error(`${call.name} was used: it syncs too, but is not counted, so the count would mislead`)
    }
    const path = tracedFile(call.text)?.path ?? 'unknown'
    if (call.error) counts.failed += 1
    else {
      counts.total += 1
      counts.byPath.set(path, (counts.byPath.get(path) ?? 0) + 1)
    }
  }
  return counts
}

/** Needs `straceSupport().attach`. Counting begins when this resolves. */
export async function countSyncs(pid: number, paths?: TraceOptions['paths']): Promise<SyncCounter> {
  const trace = await attachStrace(pid, { calls: syncCalls, ...(paths ? { paths } : {}) })
  return {
    soFar: () => countedSyncs(trace.soFar()),
    stop: async () => countedSyncs(await trace.detach()),
  }
}
