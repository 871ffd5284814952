// Starts one system as a process of its own on a free port of 127.0.0.1 with a data folder on the disk under test.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { dirname, join } from 'node:path'
import { execArgv, execPath } from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { now, pause, within } from '../clock.ts'
import { furnish } from '../comanda/furnish.ts'
import { assertNever, type Kind } from './kinds.ts'
import { type Usage, usageOf } from './usage.ts'

export interface ServerOptions {
  readonly folder: string
  /** Without one the system chooses a free port; a restart asks for the one it had. */
  readonly port?: number
}

export interface RunningServer {
  readonly kind: Kind
  readonly pid: number
  readonly port: number
  readonly access: Readonly<Record<string, string>>
  /** From starting the process until it was ready for its first order. */
  readonly startedInMs: number
  usage(): Usage
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

const readyWithinMs = 60_000
const stopWithinMs = 10_000
const serve = fileURLToPath(new URL('./serve.ts', import.meta.url))
const comanda = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))
/** What `npm start` gives the program, `npm run bench` was given too, and hands on to every system alike. */
const ofNpm = execArgv.filter((flag) => flag.startsWith('--max-semi-space-size='))
const flags = [...ofNpm, ...(process.env.BENCH_SERVER_FLAGS ?? '').split(' ').filter((flag) => flag !== '')]

export async function startServer(kind: Kind, options: ServerOptions): Promise<RunningServer> {
  const access = kind === 'comanda' ? await furnish(options.folder, join(dirname(options.folder), 'casa-lola')) : {}
  const startedAt = now()
  const child = launch(kind, options)
  const endWithUs = (): void => {
    child.kill('SIGKILL')
  }
  process.once('exit', endWithUs)
  const port = await within(readyWithinMs, `starting ${kind}`, readyPort(child, kind))
  if (kind === 'comanda') await within(readyWithinMs, 'getting ready', untilReady(port))
  const { pid } = child
  if (pid === undefined) throw new Error(`${kind} has no process`)
  return {
    kind,
    pid,
    port,
    access,
    startedInMs: now() - startedAt,
    usage: () => usageOf(pid),
    stop: async () => {
      process.off('exit', endWithUs)
      await stopProcess(child)
    },
    kill: async () => {
      process.off('exit', endWithUs)
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

function launch(kind: Kind, { folder, port = 0 }: ServerOptions): ChildProcess {
  switch (kind) {
    case 'floor':
    case 'naive':
    case 'bare':
    case 'bare-each':
      return spawn(execPath, [...ofNpm, serve, kind, folder, String(port)], {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: { ...process.env, NODE_ENV: 'production' },
      })
    case 'comanda':
      // The real program with every limit as it comes.
      return spawn(execPath, [...flags, comanda], {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: {
          ...process.env,
          NODE_ENV: 'production',
          COMANDA_HOST: '127.0.0.1',
          COMANDA_PORT: String(port),
          COMANDA_DATA: folder,
          COMANDA_LOG: 'error',
        },
      })
    default:
      return assertNever(kind)
  }
}

async function readyPort(child: ChildProcess, kind: Kind): Promise<number> {
  if (child.stdout === null) throw new Error(`${kind} has no output`)
  for await (const line of createInterface({ input: child.stdout })) {
    const port = Number(line.replace(/^Comanda listens on http:\/\/127\.0\.0\.1:/, ''))
    if (!Number.isInteger(port) || port <= 0) throw new Error(`${kind} said ${line} instead of its port`)
    child.stdout.resume()
    return port
  }
  throw new Error(`${kind} ended before it was ready`)
}

const isReady = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/readyz' }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    }).once('error', () => resolve(false))
  })

async function untilReady(port: number): Promise<void> {
  while (!(await isReady(port))) await pause(5)
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  try {
    await within(stopWithinMs, 'stopping', ended)
  } catch {
    child.kill('SIGKILL')
    await ended
  }
}
