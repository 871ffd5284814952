// Starts one system as a process of its own on a free port of 127.0.0.1 with a data folder on the disk under test.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { execPath } from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { now, within } from '../clock.ts'
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
}

const readyWithinMs = 60_000
const stopWithinMs = 10_000
const serve = fileURLToPath(new URL('./serve.ts', import.meta.url))

export async function startServer(kind: Kind, options: ServerOptions): Promise<RunningServer> {
  const startedAt = now()
  const child = launch(kind, options)
  const endWithUs = (): void => {
    child.kill('SIGKILL')
  }
  process.once('exit', endWithUs)
  const port = await within(readyWithinMs, `starting ${kind}`, readyPort(child, kind))
  const { pid } = child
  if (pid === undefined) throw new Error(`${kind} has no process`)
  return {
    kind,
    pid,
    port,
    access: {},
    startedInMs: now() - startedAt,
    usage: () => usageOf(pid),
    stop: async () => {
      process.off('exit', endWithUs)
      await stopProcess(child)
    },
  }
}

function launch(kind: Kind, { folder, port = 0 }: ServerOptions): ChildProcess {
  switch (kind) {
    case 'floor':
    case 'naive':
    case 'bare':
    case 'bare-each':
      return spawn(execPath, [serve, kind, folder, String(port)], {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: { ...process.env, NODE_ENV: 'production' },
      })
    case 'comanda':
      throw new Error('the bench cannot start comanda yet')
    default:
      return assertNever(kind)
  }
}

async function readyPort(child: ChildProcess, kind: Kind): Promise<number> {
  if (child.stdout === null) throw new Error(`${kind} has no output`)
  for await (const line of createInterface({ input: child.stdout })) {
    const port = Number(line)
    if (!Number.isInteger(port) || port <= 0) throw new Error(`${kind} said ${line} instead of its port`)
    child.stdout.resume()
    return port
  }
  throw new Error(`${kind} ended before it was ready`)
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
