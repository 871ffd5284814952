// strace, as a tool under the test's hand: watch the system calls of a process and make chosen ones fail.
// It slows a process down and changes nothing else, until it is told to inject a fault.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitUntil, withinTime } from './real-time.ts'
import { type SystemCall, systemCalls } from './strace-lines.ts'
import { type Support, supported, unsupported } from './support.ts'

export type TraceOptions = {
  calls: readonly string[]
  /** Only calls on these files. strace wants the full path of each. */
  paths?: readonly string[]
  /** strace's own words for what to inject, such as `fsync:error=EIO:when=3`. */
  inject?: string
  /** How much of each written string is kept. Without it, none of what was written. */
  keepBytes?: number
}

const installHint = 'install the package strace, such as by: apt-get install strace'

function launchSupport(): Support {
  if (process.platform !== 'linux') return unsupported('strace runs on Linux alone')
  const run = spawnSync('strace', ['-f', '-o', '/dev/null', '-e', 'trace=fsync', 'true'], { encoding: 'utf8' })
  if (run.error) return unsupported(`strace does not run here (${run.error.message}); ${installHint}`)
  return run.status === 0 ? supported : unsupported(`strace may not trace here: ${run.stderr.trim()}`)
}

async function attachSupport(): Promise<Support> {
  const launch = launchSupport()
  if (!launch.ok) return launch
  const sleeper = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
  try {
    await once(sleeper, 'spawn')
    const trace = await attachStrace(sleeper.pid ?? 0, { calls: ['fsync'] })
    await trace.detach()
    return supported
  } catch (error) {
    return unsupported(`strace may not attach to a running process: ${error instanceof Error ? error.message : error}`)
  } finally {
    sleeper.kill('SIGKILL')
  }
}

/** `launch`: trace a program from its start. `attach`: also one that already runs. Asked once for each test file. */
export async function straceSupport(): Promise<{ launch: Support; attach: Support }> {
  return { launch: launchSupport(), attach: await attachSupport() }
}

export function straceArguments(options: TraceOptions, outputFile: string): string[] {
  return [
    '--follow-forks',
    '--decode-fds=path',
    '--strings-in-hex=all',
    `--string-limit=${options.keepBytes ?? 0}`,
    `--trace=${options.calls.join(',')}`,
    ...(options.paths ?? []).map((path) => `--trace-path=${path}`),
    ...(options.inject ? [`--inject=${options.inject}`] : []),
    `--output=${outputFile}`,
  ]
}

/** A wrapper for a program's command line. The program stays a direct child of the caller, so its pid is its own. */
export function straceWrapper(options: TraceOptions, outputFile: string): string[] {
  // The kernel's filter spares the calls that nobody watches, but strace 6.1 injects no signals through it.
  const filter = options.inject ? [] : ['--seccomp-bpf']
  return ['strace', '--daemonize=grandchild', ...filter, ...straceArguments(options, outputFile), '--']
}

/** What a trace holds so far. The last line may still be half written, so it counts only once it is ended. */
export function readTrace(file: string): SystemCall[] {
  const text = existsSync(file) ? readFileSync(file, 'latin1') : ''
  return systemCalls(text.slice(0, text.lastIndexOf('\n') + 1).split('\n'))
}

/** Waits until the tracer has written down the end of the program it was wrapped around. */
export async function finishedTrace(file: string, pid: number): Promise<SystemCall[]> {
  const end = new RegExp(`^${pid} +\\+\\+\\+ (exited|killed)`, 'm')
  await waitUntil('the tracer to finish', () => existsSync(file) && end.test(readFileSync(file, 'latin1')))
  return readTrace(file)
}

export type AttachedTrace = {
  soFar: () => SystemCall[]
  /** Lets go of the process, which runs on untouched. Gives all that was seen. */
  detach: () => Promise<SystemCall[]>
}

const attached = new Map<ChildProcess, string>()

process.on('exit', () => {
  for (const [tracer, folder] of attached) {
    tracer.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
})

export async function attachStrace(pid: number, options: TraceOptions): Promise<AttachedTrace> {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-strace-'))
  const file = join(folder, 'trace')
  const tracer = spawn('strace', [`--attach=${pid}`, ...straceArguments(options, file)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const complaints: string[] = []
  tracer.stderr.on('data', (bytes) => complaints.push(String(bytes)))
  const ended = new Promise<void>((resolve) => tracer.on('close', () => resolve()))
  const failed = once(tracer, 'error').then(([error]) => String(error))
  attached.set(tracer, folder)
  const detach = async () => {
    tracer.kill('SIGINT')
    await withinTime('strace to let go', ended)
    attached.delete(tracer)
    const calls = readTrace(file)
    rmSync(folder, { recursive: true, force: true })
    return calls
  }
  const outcome = await Promise.race([
    failed,
    ended.then(() => complaints.join('')),
    waitUntil('strace to attach', () => /Process \d+ attached/.test(complaints.join(''))),
  ])
  if (outcome !== true) {
    attached.delete(tracer)
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`strace did not attach: ${outcome}`)
  }
  return { soFar: () => readTrace(file), detach }
}
