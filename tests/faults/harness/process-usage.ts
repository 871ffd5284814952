// What Linux says about a running process. Read from /proc, so the process itself is not asked and not disturbed.
import { readdirSync, readFileSync } from 'node:fs'

export type ProcessUsage = {
  residentBytes: number
  openFiles: number
  threads: number
  /** Processor time used so far, in the program and in the kernel on its behalf. */
  cpuMs: number
}

/** /proc counts processor time in hundredths of a second on every Linux that Node runs on. */
const TICK_MS = 10

export const canReadUsage = (): boolean => process.platform === 'linux'

function statusNumber(status: string, name: string): number {
  const value = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]
  if (value === undefined) throw new Error(`/proc says no ${name}`)
  return Number(value)
}

export function processUsage(pid: number): ProcessUsage {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field is the program's name in brackets and may hold anything, so count from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    residentBytes: statusNumber(status, 'VmRSS') * 1024,
    openFiles: readdirSync(`/proc/${pid}/fd`).length,
    threads: statusNumber(status, 'Threads'),
    cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
  }
}
