// The client that every device runs against the program that every restaurant runs: real sockets, SQLite on a disk,
// outboxes in files. Nothing stands in for anything.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { casaLola } from '@comanda/demo/restaurant'
import { openEngine } from '@comanda/server/compose'
import { type Config, readEnvironment } from '@comanda/server/config/env'
import { initRestaurant } from '@comanda/server/init-restaurant'
import { type RunningServer, startServer } from '@comanda/server/start-server'
import { narrowState } from '@comanda/shared/domain/narrow-state'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import { canonical } from '@comanda/shared/domain/state-json'
import type { DeviceId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { Role } from '@comanda/shared/model/staff'
import { fileOutbox } from '@comanda/sync-client/adapters/outbox-file'
import { platformClock, platformRandom, platformTimers } from '@comanda/sync-client/adapters/platform'
import { fileReplica } from '@comanda/sync-client/adapters/replica-file'
import { webSocketTransport } from '@comanda/sync-client/adapters/web-socket'
import { createClient } from '@comanda/sync-client/client'
import type { Client } from '@comanda/sync-client/client-types'
import { domainRules } from '@comanda/sync-client/domain-rules'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder: string
let config: Config
let server: RunningServer
let clients: Client[]

const ports = {
  clock: platformClock,
  timers: platformTimers,
  random: platformRandom,
  soon: (run: () => void) => void setImmediate(run),
}

/** Resolves when the client shows it; the test's own time limit ends a wait in vain. */
const until = (client: Client, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (holds()) return resolve()
    const stop = client.onChange(() => {
      if (!holds()) return
      stop()
      resolve()
    })
  })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comanda-client-'))
  config = readEnvironment({ COMANDA_DATA: folder, COMANDA_PORT: '0', COMANDA_LOG: 'silent' })
  const engine = openEngine(config)
  await initRestaurant(engine, { ...casaLola, changes: [...casaLola.changes] }, ports)
  await engine.close()
  server = await startServer(config, {}, { demo: true })
  clients = []
})

afterEach(async () => {
  for (const client of clients) await client.stop()
  await server.close()
  await rm(folder, { recursive: true })
})

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ')

async function post(
  path: string,
  body: unknown,
  cookie = '',
): Promise<{ cookie: string; told: Record<string, unknown> }> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, cookie },
    body: JSON.stringify(body),
  })
  expect(response.ok, `${path}: ${response.status}`).toBe(true)
  return { cookie: [cookie, cookieOf(response)].filter((part) => part !== '').join('; '), told: await response.json() }
}

const personWith = (role: Role): StaffId => {
  for (const change of casaLola.changes) {
    if (change.kind === 'person' && change.put.roles.includes(role)) return change.put.id
  }
  throw new Error(`nobody is ${role}`)
}

type Signed = { cookie: string; deviceId: DeviceId; staffId: StaffId; roles: readonly Role[]; sid: SessionId }

async function signIn(kind: string, role: Role): Promise<Signed> {
  const device = await post('/api/demo/device', { kind })
  const staffId = personWith(role)
  const { cookie, told } = await post('/api/sign-in', { staffId, pin: casaLola.pins[staffId] }, device.cookie)
  return {
    cookie,
    staffId,
    deviceId: device.told.deviceId as DeviceId,
    roles: told.roles as readonly Role[],
    sid: told.sid as SessionId,
  }
}

async function open(name: string, room: ReplicaRoom, { cookie, ...author }: Signed): Promise<Client> {
  const client = createClient({
    url: `${server.url.replace('http', 'ws')}/ws`,
    build: 'test',
    ...ports,
    room,
    rules: domainRules,
    author: () => author,
    transport: webSocketTransport({ headers: { cookie, origin: server.url } }),
    outbox: await fileOutbox(join(folder, `${name}.outbox`)),
    store: fileReplica(join(folder, `${name}.replica`)),
    onFault: (fault) => {
      throw fault
    },
  })
  clients.push(client)
  await client.start()
  return client
}

const live = (client: Client) => until(client, () => client.status().link === 'live')
const dish = casaLola.changes.flatMap((change) =>
  change.kind === 'item' && change.put.modifierGroups.length === 0 ? [change.put] : [],
)[0]
const place = casaLola.changes.flatMap((change) => (change.kind === 'table' ? [change.put] : []))[0]

const round = (client: Client, quantity = 1) => {
  if (dish === undefined || place === undefined) throw new Error('the demo restaurant has no plain dish or no table')
  return client.send('round.send', {
    order: { open: { type: 'dine-in', tableId: place.id, covers: 2 } },
    lines: [{ itemId: dish.id, quantity, modifiers: [] }],
  })
}

const sameAs = (client: Client, room: ReplicaRoom) =>
  expect(canonical(client.confirmed())).toEqual(canonical(narrowState(server.program.restaurant.state(), room)))

it('[P-4] a round goes from a tablet to a kitchen screen, and both end with what the server has', async () => {
  const tablet = await open('tablet', 'floor', await signIn('tablet', 'waiter'))
  const kitchen = await open('kitchen', 'kitchen', await signIn('kitchen', 'cook'))
  await Promise.all([live(tablet), live(kitchen)])
  const { settled } = round(tablet)
  expect(tablet.state()?.orders.size).toBe(1)
  expect(await settled).toMatchObject({ kind: 'done' })
  await until(kitchen, () => kitchen.confirmed()?.tickets.size === 1)
  const ticket = [...(kitchen.confirmed()?.tickets.values() ?? [])][0]
  if (ticket === undefined) throw new Error('there is no ticket')
  const bump = kitchen.send('ticket.bump', { ticketId: ticket.id })
  expect(await bump.settled).toMatchObject({ kind: 'done' })
  const head = () => server.program.restaurant.head()
  await until(tablet, () => tablet.confirmed()?.seq === head())
  await until(kitchen, () => kitchen.confirmed()?.seq === head())
  sameAs(tablet, 'floor')
  sameAs(kitchen, 'kitchen')
})

it('[P-2] [P-6] rounds written while the server is away, by a program that dies, are there once when it is back', async () => {
  const signed = await signIn('tablet', 'waiter')
  const before = await open('tablet', 'floor', signed)
  await live(before)
  const { port } = server
  await server.close()
  await until(before, () => before.status().link !== 'live')
  for (const quantity of [1, 2, 3]) round(before, quantity)
  await until(before, () => before.commands().every(({ state }) => state === 'queued'))
  await before.stop()
  clients = []
  server = await startServer({ ...config, port }, {}, { demo: true })
  const after = await open('tablet', 'floor', signed)
  expect(after.commands()).toHaveLength(3)
  await until(after, () => after.status().unsent === 0)
  await until(after, () => after.confirmed()?.seq === server.program.restaurant.head())
  const orders = [...(after.confirmed()?.orders.values() ?? [])]
  expect(
    orders
      .flatMap(({ lines }) => Object.values(lines))
      .map(({ quantity }) => quantity)
      .sort(),
  ).toEqual([1, 2, 3])
  sameAs(after, 'floor')
})

it('a device that the server does not know stops and says why', async () => {
  const unknown = {
    cookie: '',
    deviceId: 'none' as DeviceId,
    staffId: personWith('waiter'),
    roles: [],
    sid: 's' as SessionId,
  }
  const client = await open('stranger', 'floor', unknown)
  await until(client, () => client.status().link === 'ended')
  expect(client.status().ended).toBe('signed-out')
})
