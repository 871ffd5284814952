// Casa Lola as a process of its own, and the devices of its staff: real sign-in, real sockets, real files.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { casaLola } from '@comanda/demo/restaurant'
import { HttpClient } from '@comanda/server/testing/http-client'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { DeviceId, ItemId, SessionId, StaffId, StationId, TableId } from '@comanda/shared/model/ids'
import type { Role } from '@comanda/shared/model/staff'
import { protocolVersion } from '@comanda/shared/protocol/version'
import { fileOutbox } from '@comanda/sync-client/adapters/outbox-file'
import { platformClock, platformRandom, platformTimers } from '@comanda/sync-client/adapters/platform'
import { webSocketTransport } from '@comanda/sync-client/adapters/web-socket'
import { createClient } from '@comanda/sync-client/client'
import type { Client } from '@comanda/sync-client/client-types'
import { domainRules } from '@comanda/sync-client/domain-rules'
import type { Transport } from '@comanda/sync-client/transport'
import { patiently } from './patient.ts'
import { withinTime } from './real-time.ts'
import { type ComandaOptions, type ComandaProcess, startComanda } from './server-process.ts'

const demoProgram = fileURLToPath(new URL('../../../demo/src/serve.ts', import.meta.url))

export type DeviceKind = 'tablet' | 'kitchen' | 'front' | 'office'

export type Signed = {
  readonly http: HttpClient
  readonly cookie: string
  readonly deviceId: DeviceId
  readonly staffId: StaffId
  readonly roles: readonly Role[]
  readonly sid: SessionId
}

export type Device = { readonly client: Client; readonly signed: Signed; readonly name: string }

export type OpenedAt = {
  readonly name: string
  readonly room: ReplicaRoom
  readonly stations?: readonly string[]
  readonly url?: string
  /** Hears every frame before the client does. */
  readonly heard?: (text: string) => void
  /** Hears what the client sends. */
  readonly said?: (text: string) => void
}

const overheard = (transport: Transport, { heard, said }: Pick<OpenedAt, 'heard' | 'said'>): Transport => ({
  open: (url, subprotocol, ears) => {
    const socket = transport.open(url, subprotocol, {
      ...ears,
      heard: (text) => {
        heard?.(text)
        ears.heard(text)
      },
    })
    return {
      close: (code, reason) => socket.close(code, reason),
      send: (text) => {
        said?.(text)
        socket.send(text)
      },
    }
  },
})

export class Restaurant {
  server: ComandaProcess
  readonly folder: string
  readonly #clients: Client[] = []

  constructor(server: ComandaProcess, folder: string) {
    this.server = server
    this.folder = folder
  }

  async signIn(kind: DeviceKind, staffId: string, stationIds: readonly string[] = []): Promise<Signed> {
    const http = new HttpClient(this.server.url)
    const device = await patiently(() => http.post('/api/demo/device', { kind, stationIds }))
    const person = await patiently(() => http.post('/api/sign-in', { staffId, pin: casaLola.pins[staffId] }))
    if (device.status !== 201 || person.status >= 300) throw new Error(`${staffId} cannot sign in: ${person.text}`)
    const { deviceId } = device.body as { deviceId: DeviceId }
    const { sid, roles } = person.body as { sid: SessionId; roles: Role[] }
    return { http, cookie: http.cookie, deviceId, staffId: staffId as StaffId, roles, sid }
  }

  /** A device as it is in the restaurant, its outbox in a file; opened again under the same name it goes on with it. */
  async open(signed: Signed, at: OpenedAt): Promise<Client> {
    const { deviceId, staffId, roles, sid } = signed
    const client = createClient({
      url: at.url ?? this.server.socketUrl,
      build: 'faults',
      clock: platformClock,
      timers: platformTimers,
      random: platformRandom,
      room: at.room,
      rules: domainRules,
      stations: (at.stations ?? []) as StationId[],
      author: () => ({ deviceId, staffId, roles, sid }),
      transport: overheard(webSocketTransport({ headers: { cookie: signed.cookie, origin: this.server.url } }), at),
      outbox: await fileOutbox(join(this.folder, `${at.name}.outbox`)),
    })
    this.#clients.push(client)
    await client.start()
    return client
  }

  /** kill -9 and the same data and address again. */
  async killAndRestart(): Promise<void> {
    await this.server.kill()
    this.server = await this.server.restart()
  }

  async close(): Promise<void> {
    for (const client of this.#clients) await client.stop()
    if (this.server.isRunning()) await this.server.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export async function openCasaLola(options: Partial<ComandaOptions> = {}): Promise<Restaurant> {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-faults-'))
  const server = await startComanda({ program: demoProgram, data: join(folder, 'data'), log: 'warn', ...options })
  return new Restaurant(server, folder)
}

/** Resolves when the client shows it. */
export function shows(what: string, client: Client, holds: () => boolean, timeoutMs = 15_000): Promise<void> {
  const shown = new Promise<void>((resolve) => {
    if (holds()) return resolve()
    const stop = client.onChange(() => {
      if (!holds()) return
      stop()
      resolve()
    })
  })
  return withinTime(what, shown, timeoutMs)
}

export const goesLive = (client: Client, timeoutMs = 15_000): Promise<void> =>
  shows('a live connection', client, () => client.status().link === 'live', timeoutMs)

export const plainDish = 'gazpacho' as ItemId

/** A round for a takeaway of its own: every one is a new order. */
export const takeaway = (lines: number) =>
  ({
    order: { open: { type: 'takeaway', name: 'Nina' } },
    lines: Array.from({ length: lines }, () => ({ itemId: plainDish, quantity: 1, modifiers: [] })),
  }) as const

export const atTable = (tableId: string) => ({
  order: { open: { type: 'dine-in' as const, tableId: tableId as TableId, covers: 2 } },
  lines: [{ itemId: plainDish, quantity: 1, modifiers: [] }],
})

export const helloOf = (clientId: string, room: string, cursor?: { logId: string; cursor: number }) => ({
  t: 'hello',
  proto: protocolVersion,
  build: 'faults',
  domain: domainHash,
  clientId,
  room,
  ...cursor,
})

export const ticketCount = (client: Client): number => client.confirmed()?.tickets.size ?? 0
