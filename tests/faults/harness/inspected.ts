// Looks into a running Node program through its inspector: what lives in its heap after a full collection, and what it
// still waits for. Nothing in the program knows of it.

import WebSocket from 'ws'
import type { RunningProgram } from './running-program.ts'

/** Goes into the program's environment. */
export const inspectable = { NODE_OPTIONS: '--inspect=127.0.0.1:0' }

export type Insides = {
  readonly heapBytes: number
  /** Timers that are set, also those that would not keep the program alive. */
  readonly timers: number
  /** Sockets, servers, pipes and the like that keep it alive, by kind. */
  readonly resources: Readonly<Record<string, number>>
}

const question = `JSON.stringify({
  heapBytes: process.memoryUsage().heapUsed,
  resources: Object.fromEntries(Object.entries(Object.groupBy(process.getActiveResourcesInfo(), (kind) => kind))
    .map(([kind, all]) => [kind, all.length])),
})`

const anyTimer = '{ const timer = setTimeout(() => {}, 0); clearTimeout(timer); Object.getPrototypeOf(timer) }'
const stillSet = 'function () { return this.filter((timer) => !timer._destroyed).length }'

type Told = { value?: unknown; objectId?: string }
type Reply = { id: number; result?: { result?: Told; objects?: Told } }

export type Inspector = { readonly look: () => Promise<Insides>; readonly close: () => void }

export async function inspect(program: RunningProgram): Promise<Inspector> {
  const [, url = ''] = await program.line(/(ws:\/\/127\.0\.0\.1:\d+\/[\w-]+)/)
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<number, (reply: Reply) => void>()
  let last = 0
  socket.on('message', (data) => {
    const reply = JSON.parse(data.toString()) as Reply
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })
  const ask = (method: string, params: unknown = {}): Promise<Reply> =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  return {
    look: async () => {
      await ask('HeapProfiler.collectGarbage')
      await ask('HeapProfiler.collectGarbage')
      const { result } = await ask('Runtime.evaluate', { expression: question })
      const prototype = await ask('Runtime.evaluate', { expression: anyTimer })
      const found = await ask('Runtime.queryObjects', { prototypeObjectId: prototype.result?.result?.objectId })
      const objectId = found.result?.objects?.objectId
      const counted = await ask('Runtime.callFunctionOn', {
        objectId,
        functionDeclaration: stillSet,
        returnByValue: true,
      })
      await ask('Runtime.releaseObject', { objectId })
      const told = JSON.parse(String(result?.result?.value)) as Omit<Insides, 'timers'>
      return { ...told, timers: Number(counted.result?.result?.value) }
    },
    close: () => socket.terminate(),
  }
}
