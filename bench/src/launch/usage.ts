// What a process has used, read from /proc: it needs no word from the process itself. Linux only.
import { readFileSync } from 'node:fs'

const ticksPerSecond = 100
const userTime = 11
const systemTime = 12

export interface Usage {
  readonly cpuMs: number
  /** Of that, the thread that the sockets are on: what it needs for an order bounds the orders a second. */
  readonly mainCpuMs: number
  readonly residentMb: number
}

function cpuMsOf(statFile: string): number {
  // Fields are counted after the program's name, which stands in brackets and may hold spaces.
  const fields = readFileSync(statFile, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return ((Number(fields[userTime]) + Number(fields[systemTime])) * 1_000) / ticksPerSecond
}

export function usageOf(pid: number): Usage {
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return {
    cpuMs: cpuMsOf(`/proc/${pid}/stat`),
    mainCpuMs: cpuMsOf(`/proc/${pid}/task/${pid}/stat`),
    residentMb: Number(resident) / 1_024,
  }
}
