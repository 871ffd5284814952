// What a process has used, read from /proc: it needs no word from the process itself. Linux only.
import { readFileSync } from 'node:fs'

const ticksPerSecond = 100
const userTime = 11
const systemTime = 12

export interface Usage {
  readonly cpuMs: number
  readonly residentMb: number
}

export function usageOf(pid: number): Usage {
  // Fields are counted after the program's name, which stands in brackets and may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  const ticks = Number(fields[userTime]) + Number(fields[systemTime])
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return { cpuMs: (ticks * 1_000) / ticksPerSecond, residentMb: Number(resident) / 1_024 }
}
