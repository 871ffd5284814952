// Every open socket of this server: who has how many, which are dead, and how all of them end.

import type { Socket } from 'node:net'
import type { DeviceId } from '@comanda/shared/model/ids'
import type { Cancel, Millis, Timers } from '@comanda/shared/ports/time'
import type { WebSocket } from 'ws'
import type { Limits } from '../limits.ts'
import type { Metrics } from '../metrics.ts'
import { ownFrame, sharedFrame } from './shared-frame.ts'
import type { Wire } from './wire.ts'

const pingEvery: Millis = 10_000
const farewell: Millis = 2_000

type Traffic = Metrics['traffic']
type Kept = { readonly address: string; silentRounds: number }

export class Sockets {
  readonly #limits: Limits
  readonly #timers: Timers
  readonly #open = new Map<WebSocket, Kept>()
  readonly #byAddress = new Map<string, number>()
  readonly #byDevice = new Map<DeviceId, number>()
  #ping: Cancel

  constructor(limits: Limits, timers: Timers) {
    this.#limits = limits
    this.#timers = timers
    this.#ping = timers.after(pingEvery, () => this.#look())
  }

  get size(): number {
    return this.#open.size
  }

  /** Whether another one from there fits. */
  fits(address: string): boolean {
    const { sockets, socketsPerAddress } = this.#limits
    return this.#open.size < sockets && (this.#byAddress.get(address) ?? 0) < socketsPerAddress
  }

  /** Whether this device may have one more. Counted until it closes. */
  ofDevice(socket: WebSocket, deviceId: DeviceId): boolean {
    const count = (this.#byDevice.get(deviceId) ?? 0) + 1
    if (count > this.#limits.socketsPerDevice) return false
    this.#byDevice.set(deviceId, count)
    socket.once('close', () => {
      const left = (this.#byDevice.get(deviceId) ?? 1) - 1
      if (left === 0) this.#byDevice.delete(deviceId)
      else this.#byDevice.set(deviceId, left)
    })
    return true
  }

  add(socket: WebSocket, address: string): void {
    const kept: Kept = { address, silentRounds: 0 }
    this.#open.set(socket, kept)
    this.#byAddress.set(address, (this.#byAddress.get(address) ?? 0) + 1)
    const alive = (): void => {
      kept.silentRounds = 0
    }
    socket.on('pong', alive)
    socket.on('message', alive)
    socket.once('close', () => {
      this.#open.delete(socket)
      const left = (this.#byAddress.get(address) ?? 1) - 1
      if (left === 0) this.#byAddress.delete(address)
      else this.#byAddress.set(address, left)
    })
  }

  /** Everybody was told; who has not gone in time is cut. */
  async drain(): Promise<void> {
    this.#ping()
    if (this.#open.size === 0) return
    await new Promise<void>((resolve) => {
      const cancel = this.#timers.after(farewell, () => {
        for (const socket of this.#open.keys()) socket.terminate()
        resolve()
      })
      const gone = (): void => {
        if (this.#open.size > 0) return
        cancel()
        resolve()
      }
      for (const socket of this.#open.keys()) socket.once('close', gone)
    })
  }

  wire(socket: WebSocket, below: Socket, traffic: Traffic): Wire {
    let corked = false
    const uncork = (): void => {
      corked = false
      below.uncork()
    }
    // An answer and the event that follows it leave in one write.
    const cork = (): void => {
      if (corked) return
      corked = true
      below.cork()
      process.nextTick(uncork)
    }
    return {
      send: (frame) => {
        traffic.framesOut += 1
        traffic.bytesOut += frame.length
        const isText = typeof frame === 'string'
        if (isText) cork()
        if (socket.readyState === socket.OPEN) below.write(isText ? ownFrame(frame) : sharedFrame(frame))
      },
      close: (code, reason) => {
        socket.close(code, reason)
        // A reader that stalls never sees the farewell.
        this.#timers.after(farewell, () => {
          if (socket.readyState !== socket.CLOSED) socket.terminate()
        })
      },
      terminate: () => socket.terminate(),
      get bufferedAmount() {
        return socket.bufferedAmount
      },
    }
  }

  #look(): void {
    const most = Math.ceil(this.#limits.silentFor / pingEvery)
    for (const [socket, kept] of this.#open) {
      kept.silentRounds += 1
      if (kept.silentRounds > most) socket.terminate()
      else if (socket.readyState === socket.OPEN) socket.ping()
    }
    this.#ping = this.#timers.after(pingEvery, () => this.#look())
  }
}
