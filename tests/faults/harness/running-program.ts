// A real child process under the test's hand. Every line it says is kept; none outlives the tests that started it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type ProcessUsage, processUsage } from './process-usage.ts'
import { waitUntil, withinTime } from './real-time.ts'

export type ProgramOptions = {
  /** A TypeScript or JavaScript file for this same Node. */
  program: string
  args?: readonly string[]
  /** Added to the environment of the tests. */
  env?: Readonly<Record<string, string>>
  cwd?: string
  /** Put before the command, such as a tracer that keeps the program a direct child. */
  wrapper?: readonly string[]
}

export type ProgramEnd = { code: number | null; signal: NodeJS.Signals | null }

export type RunningProgram = {
  readonly pid: number
  /** Resolves when the process is gone and all it said has been read. */
  readonly ended: Promise<ProgramEnd>
  readonly isRunning: () => boolean
  readonly lines: () => readonly string[]
  readonly errorLines: () => readonly string[]
  /** Waits for a line on either output, also one already said. Fails at once if the process ends without it. */
  readonly line: (pattern: RegExp, timeoutMs?: number) => Promise<RegExpExecArray>
  /** Waits until so many lines on its output match. */
  readonly lineCount: (pattern: RegExp, count: number, timeoutMs?: number) => Promise<void>
  /** A line on its input. */
  readonly say: (line: string) => void
  readonly signal: (name: NodeJS.Signals) => void
  /** SIGKILL, and the end. */
  readonly kill: () => Promise<ProgramEnd>
  /** SIGTERM, and the end; a process that ignores it for so long is killed and the stop fails. */
  readonly stop: (timeoutMs?: number) => Promise<ProgramEnd>
  readonly usage: () => ProcessUsage
}

const running = new Set<ChildProcess>()

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** For afterEach: ends whatever a failed test left behind. Gives how many that were. */
export async function killLeftovers(): Promise<number> {
  const left = [...running]
  for (const child of left) child.kill('SIGKILL')
  await Promise.all(left.map((child) => (child.exitCode ?? child.signalCode) || once(child, 'exit')))
  return left.length
}

function keepLines(stream: NodeJS.ReadableStream): string[] {
  const lines: string[] = []
  createInterface({ input: stream }).on('line', (line) => lines.push(line))
  return lines
}

export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const [command = process.execPath, ...args] = [
    ...(options.wrapper ?? []),
    process.execPath,
    options.program,
    ...(options.args ?? []),
  ]
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  await once(child, 'spawn')
  running.add(child)
  return overChild(child, options.program)
}

function overChild(child: ReturnType<typeof spawn>, name: string): RunningProgram {
  const { pid, stdin, stdout, stderr } = child
  if (pid === undefined || !stdin || !stdout || !stderr) throw new Error(`${name} did not start`)
  const lines = keepLines(stdout)
  const errorLines = keepLines(stderr)
  const lastWords = () => [...lines, ...errorLines].slice(-20).join('\n')
  let end: ProgramEnd | null = null
  const ended = new Promise<ProgramEnd>((resolve) => {
    child.on('close', (code, signal) => {
      running.delete(child)
      end = { code, signal }
      resolve(end)
    })
  })
  const refuseIfEnded = (what: string): null => {
    if (!end) return null
    throw new Error(`${name} ended (${end.code ?? end.signal}) without saying ${what}:\n${lastWords()}`)
  }
  const kill = () => {
    child.kill('SIGKILL')
    return ended
  }
  return {
    pid,
    ended,
    isRunning: () => end === null,
    lines: () => lines,
    errorLines: () => errorLines,
    line: (pattern, timeoutMs) => {
      const find = () => {
        for (const line of [...lines, ...errorLines]) {
          const match = pattern.exec(line)
          if (match) return match
        }
        return null
      }
      return waitUntil(`${name} to say ${pattern}`, () => find() ?? refuseIfEnded(String(pattern)), timeoutMs)
    },
    lineCount: async (pattern, count, timeoutMs) => {
      const enough = () => lines.filter((line) => pattern.test(line)).length >= count
      const what = `${count} x ${pattern}`
      await waitUntil(`${name} to say ${what}`, () => enough() || refuseIfEnded(what), timeoutMs)
    },
    say: (line) => void stdin.write(`${line}\n`),
    signal: (signal) => void child.kill(signal),
    kill,
    stop: async (timeoutMs = 10_000) => {
      child.kill('SIGTERM')
      try {
        return await withinTime(`${name} to end after SIGTERM`, ended, timeoutMs)
      } catch (error) {
        await kill()
        throw error
      }
    },
    usage: () => processUsage(pid),
  }
}
