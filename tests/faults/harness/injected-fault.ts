// Makes chosen system calls of a process fail, or kills it inside one. The kernel never sees a failed call, so nothing
// of it reached the disk. Calls are counted for each thread on its own, from the moment the fault is set.
import { attachStrace, straceWrapper } from './strace.ts'

/** What a database does to its files, by the names its system calls have. */
export const writeCalls = ['pwrite64', 'write', 'pwritev', 'writev', 'ftruncate'] as const
export const syncCalls = ['fsync', 'fdatasync'] as const

export type FaultyCalls = {
  calls: readonly string[]
  /** Only on these files, by full path. Without it also sockets and pipes are hit. */
  paths?: readonly string[]
  /** The first call to be hit, counted from 1; 1 without it. */
  from?: number
  /** Only that one call; without it every call from there on. */
  once?: boolean
}

export type InjectedFault = FaultyCalls & ({ error: 'EIO' | 'ENOSPC' | 'EROFS' | 'EDQUOT' } | { kill: true })

export type LiveFault = {
  /** How many calls were made to fail so far. A call that killed the process is not among them. */
  hits: () => number
  /** Takes the fault away and lets the process run on. Gives how many calls it made fail. */
  lift: () => Promise<number>
}

function injectWords(fault: InjectedFault): string {
  const what = 'error' in fault ? `error=${fault.error}` : 'signal=KILL'
  return `${fault.calls.join(',')}:${what}:when=${fault.from ?? 1}${fault.once ? '' : '+'}`
}

const traceOptions = (fault: InjectedFault) => ({
  calls: fault.calls,
  inject: injectWords(fault),
  ...(fault.paths ? { paths: fault.paths } : {}),
})

/** Sets a fault on a running process. Needs `straceSupport().attach`. */
export async function injectFault(pid: number, fault: InjectedFault): Promise<LiveFault> {
  const trace = await attachStrace(pid, traceOptions(fault))
  const hits = (calls: ReturnType<typeof trace.soFar>) => calls.filter((call) => call.injected).length
  return {
    hits: () => hits(trace.soFar()),
    lift: async () => hits(await trace.detach()),
  }
}

/** Runs `during` while the fault is set, and fails if it never struck: such a run shows nothing. */
export async function withInjectedFault<T>(
  pid: number,
  fault: InjectedFault,
  during: (fault: LiveFault) => Promise<T>,
): Promise<{ result: T; hits: number }> {
  const live = await injectFault(pid, fault)
  let result: T
  let hits: number
  try {
    result = await during(live)
  } finally {
    hits = await live.lift()
  }
  if ('error' in fault && hits === 0) throw new Error(`no call was hit by ${injectWords(fault)}`)
  return { result, hits }
}

/** A wrapper that sets the fault from the program's first instruction on. Needs `straceSupport().launch`. */
export function faultWrapper(fault: InjectedFault, outputFile = '/dev/null'): string[] {
  return straceWrapper(traceOptions(fault), outputFile)
}
