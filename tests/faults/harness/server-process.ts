// Comanda as its operator runs it: a process of its own, on its own data folder and port, that can be killed and
// started again on both.
import { fileURLToPath } from 'node:url'
import { waitUntil } from './real-time.ts'
import { type ProgramOptions, type RunningProgram, startProgram } from './running-program.ts'

export const comandaProgram = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))

export type ComandaOptions = {
  data: string
  host?: string
  /** 0, the default, lets the machine choose; `restart` then keeps what it chose. */
  port?: number
  log?: string
  env?: Readonly<Record<string, string>>
  program?: string
  args?: readonly string[]
  wrapper?: ProgramOptions['wrapper']
  /** Which answer means "started": alive, ready to take orders, or only listening. */
  awaits?: 'healthz' | 'readyz' | 'address'
  startTimeoutMs?: number
}

export type ComandaProcess = RunningProgram & {
  readonly host: string
  readonly port: number
  readonly url: string
  readonly socketUrl: string
  readonly data: string
  /** The file that was started. */
  readonly program: string
  /** Milliseconds from the start of the process to the answer that was awaited. */
  readonly startedInMs: number
  readonly get: (path: string) => Promise<Response>
  /** Starts again on the same data and port, after killing the process if it still runs. */
  readonly restart: (changes?: Partial<ComandaOptions>) => Promise<ComandaProcess>
}

const addressLine = /https?:\/\/(\[[^\]]+\]|[^\s:/"]+):(\d+)/

export async function startComanda(options: ComandaOptions): Promise<ComandaProcess> {
  const { host = '127.0.0.1', log = 'info', awaits = 'readyz', startTimeoutMs = 20_000 } = options
  const begun = performance.now()
  const program = await startProgram({
    program: options.program ?? comandaProgram,
    args: options.args ?? [],
    wrapper: options.wrapper ?? [],
    env: {
      ...options.env,
      COMANDA_HOST: host,
      COMANDA_PORT: String(options.port ?? 0),
      COMANDA_DATA: options.data,
      COMANDA_LOG: log,
    },
  })
  try {
    const port = options.port || Number((await program.line(addressLine, startTimeoutMs))[2])
    const url = `http://${host}:${port}`
    if (awaits !== 'address') await answersOk(program, `${url}/${awaits}`, startTimeoutMs)
    return {
      ...program,
      host,
      port,
      url,
      socketUrl: `ws://${host}:${port}/ws`,
      data: options.data,
      program: options.program ?? comandaProgram,
      startedInMs: performance.now() - begun,
      get: (path) => fetch(`${url}${path}`, { signal: AbortSignal.timeout(10_000) }),
      restart: async (changes = {}) => {
        if (program.isRunning()) await program.kill()
        return startComanda({ ...options, port, ...changes })
      },
    }
  } catch (error) {
    await program.kill()
    throw error
  }
}

async function answersOk(program: RunningProgram, url: string, timeoutMs: number): Promise<void> {
  await waitUntil(
    `${url} to answer`,
    async () => {
      if (!program.isRunning()) throw new Error(`the process ended at start:\n${program.errorLines().join('\n')}`)
      const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
      await answer?.body?.cancel()
      return answer?.ok
    },
    timeoutMs,
  )
}
