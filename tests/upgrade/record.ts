// Makes the fixtures of this folder with the program of today: a data file of a short evening, and what three devices and
// the server said to each other meanwhile. Run by hand once for a protocol or a release, never again for the same one:
// what was recorded is what old devices and old files really are.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { State } from '@comanda/shared/domain/state'
import type { OrderId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import {
  atTable,
  goesLive,
  openCasaLola,
  plainDish,
  type Restaurant,
  shows,
  takeaway,
} from '../faults/harness/open-restaurant.ts'
import { logFileIn } from '../faults/harness/stored-orders.ts'
import type { Recorded } from './transcript.ts'

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url))

const devices = [
  { device: 'tablet', kind: 'tablet', staffId: 'ana', room: 'floor' },
  { device: 'kitchen', kind: 'kitchen', staffId: 'bruno', room: 'kitchen' },
  { device: 'front', kind: 'front', staffId: 'clara', room: 'front' },
] as const

async function openDevices(house: Restaurant, recorded: Recorded[]): Promise<Client[]> {
  const clients: Client[] = []
  for (const { device, kind, staffId, room } of devices) {
    const signed = await house.signIn(kind, staffId)
    const hears = (from: 'device' | 'server') => (text: string) =>
      void recorded.push({ device, kind, staffId, sid: signed.sid, from, frame: JSON.parse(text) })
    const client = await house.open(signed, { name: device, room, heard: hears('server'), said: hears('device') })
    await goesLive(client)
    clients.push(client)
  }
  return clients
}

const confirmed = (client: Client): State => {
  const state = client.confirmed()
  if (state === undefined) throw new Error('nothing is confirmed yet')
  return state
}

/** Ordered, cooked, served and paid, and one round that is refused. */
async function evening([tablet, kitchen, front]: readonly Client[]): Promise<void> {
  if (tablet === undefined || kitchen === undefined || front === undefined) throw new Error('a device is missing')
  const done = async (one: { settled: Promise<{ kind: string }> }, kind = 'done') => {
    const outcome = await one.settled
    if (outcome.kind !== kind) throw new Error(JSON.stringify(outcome))
    const heads = () => [tablet, kitchen, front].map((client) => confirmed(client).seq)
    await shows('all three at one head', tablet, () => new Set(heads()).size === 1)
  }
  await done(tablet.send('round.send', atTable('t1')))
  await done(tablet.send('round.send', takeaway(2)))
  await done(tablet.send('round.send', { ...takeaway(1), order: { orderId: 'nowhere' as OrderId } }), 'refused')
  await done(tablet.send('item.sold-out', { itemId: plainDish, soldOut: true }))
  for (const { id } of confirmed(kitchen).tickets.values()) {
    await done(kitchen.send('ticket.start', { ticketId: id }))
    await done(kitchen.send('ticket.bump', { ticketId: id }))
  }
  for (const order of confirmed(tablet).orders.values()) {
    const lineIds = order.lines.map(({ id }) => id)
    await done(tablet.send('lines.serve', { orderId: order.id, lineIds }))
  }
  const [order] = confirmed(front).orders.values()
  if (order === undefined) throw new Error('there is no order')
  await done(tablet.send('bill.ask', { orderId: order.id }))
  await done(front.send('payment.record', { orderId: order.id, part: { kind: 'rest' }, method: 'card' }))
}

async function record(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const house = await openCasaLola()
  const recorded: Recorded[] = []
  try {
    await evening(await openDevices(house, recorded))
    await house.server.stop()
    writeFileSync(`${folder}/evening-v1.db.gz`, gzipSync(readFileSync(logFileIn(house.server.data)), { level: 9 }))
    // The whole state of a snapshot is the domain's, not the wire's.
    const lines = recorded.map((one) => JSON.stringify(one.frame.t === 'snap' ? { ...one, frame: { t: 'snap' } } : one))
    writeFileSync(`${folder}/protocol-1.jsonl`, `${lines.join('\n')}\n`)
  } finally {
    await house.close()
  }
}

await record()
