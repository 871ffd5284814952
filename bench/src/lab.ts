// Runs one measurement at a time: a fresh server on fresh data, a load process of its own, and nothing left behind.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './figures/figures.ts'
import type { Kind } from './launch/kinds.ts'
import { seedHistory } from './launch/seed-history.ts'
import { type RunningServer, startServer } from './launch/start-server.ts'
import type { OrdersResult } from './load/job.ts'
import { runOrdersLoad, runStormLoad } from './load/load-process.ts'
import type { Lab, OrdersRun } from './scenarios/scenario.ts'
import { fullPace } from './scenarios/throughput.ts'

const dataFolder = fileURLToPath(new URL('../data/', import.meta.url))

export interface OpenLab extends Lab {
  readonly folder: string
  close(): void
}

export function openLab(quick: boolean, kindsHere: readonly Kind[]): OpenLab {
  mkdirSync(dataFolder, { recursive: true })
  const root = mkdtempSync(join(dataFolder, 'run-'))
  const removeRoot = (): void => rmSync(root, { recursive: true, force: true })
  process.once('exit', removeRoot)
  const rates = new Map<Kind, number[]>()
  const histories = new Map<string, string>()

  const inFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
    const folder = mkdtempSync(join(root, 'server-'))
    try {
      return await use(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  const onServer = <T>(kind: Kind, use: (server: RunningServer) => Promise<T>): Promise<T> =>
    inFolder(async (folder) => {
      const server = await startServer(kind, { folder })
      try {
        return await use(server)
      } finally {
        await server.stop()
      }
    })

  const historyFolder = async (kind: Kind, lines: number): Promise<string> => {
    const name = `${kind}-${lines}`
    const known = histories.get(name)
    if (known !== undefined) return known
    const folder = mkdtempSync(join(root, 'history-'))
    if (lines > 0) await seedHistory(kind, folder, lines)
    histories.set(name, folder)
    return folder
  }

  const lab: OpenLab = {
    quick,
    folder: root,
    orders: (kind, run) => onServer(kind, (server) => runOrdersLoad({ type: 'orders', ...addressOf(server), ...run })),
    storm: (kind, run) =>
      inFolder(async (folder) => {
        let server = await startServer(kind, { folder })
        try {
          return await runStormLoad({ type: 'storm', ...addressOf(server), ...run }, async () => {
            await server.kill()
            server = await startServer(kind, { folder, port: server.port })
          })
        } finally {
          await server.stop()
        }
      }),
    startMs: async (kind, historyLines) => {
      const server = await startServer(kind, { folder: await historyFolder(kind, historyLines) })
      await server.stop()
      return server.startedInMs
    },
    onHistory: async (kind, historyLines, use) => {
      const server = await startServer(kind, { folder: await historyFolder(kind, historyLines) })
      const orders = (run: OrdersRun): Promise<OrdersResult> =>
        runOrdersLoad({ type: 'orders', ...addressOf(server), ...run })
      try {
        return await use({ port: server.port, access: server.access, orders })
      } finally {
        await server.stop()
      }
    },
    greatestRate: async (wanted) => {
      const kind = kindsHere.includes(wanted) ? wanted : 'naive'
      const known = rates.get(kind)
      if (known !== undefined) return median(known)
      const { ordersPerSecond } = await lab.orders(kind, fullPace(quick))
      lab.noteRate(kind, ordersPerSecond)
      return ordersPerSecond
    },
    noteRate: (kind, ordersPerSecond) => {
      rates.set(kind, [...(rates.get(kind) ?? []), ordersPerSecond])
    },
    close: () => {
      process.off('exit', removeRoot)
      removeRoot()
    },
  }
  return lab
}

const addressOf = ({ kind, port, access, pid }: RunningServer) => ({ kind, port, access, serverPid: pid })
