// A third of all sockets take nothing out of the network any more while orders pour in. The server's memory stays within
// what its own flow control allows, everybody else hears everything, and who stalls is cut after 30 s.
import { heartbeatEvery } from '@comanda/server/sync/hub'
import { mostBuffered, stuckAfter } from '@comanda/server/sync/outflow'
import { largestDownFrame, type Welcome } from '@comanda/shared/protocol/down'
import type { Client } from '@comanda/sync-client/client-types'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { devicesFor, gather, type Listener, listener, metric } from './harness/crowd.ts'
import { goesLive, helloOf, openCasaLola, type Restaurant, type Signed, takeaway } from './harness/open-restaurant.ts'
import { canReadUsage } from './harness/process-usage.ts'
import { realTime, waitUntil } from './harness/real-time.ts'
import { socketQueues } from './harness/socket-queues.ts'
import { describeWhere, supported, unsupported } from './harness/support.ts'

const long = process.env.COMANDA_TEST_LONG === '1'
const sockets = long ? 1_000 : 210
const stalledSockets = long ? 100 : 90
/** More than the kernel takes for a socket that nobody reads, and more events than a device may leave unseen. */
const rounds = 330
/** What one socket may have in the server's memory: the limit is looked at before each frame. */
const mostHeldPerSocket = mostBuffered + largestDownFrame
/** What a heap under such load may keep before it collects: it grows differently from machine to machine. */
const uncollected = 256 * 1024 * 1024

let house: Restaurant

beforeEach(async () => {
  house = await openCasaLola()
})

afterEach(() => house.close())

/** Long orders, as fast as the tablets' own flow allows; everybody listens to them. */
async function pour(tablets: readonly Client[]): Promise<void> {
  const sent = Array.from({ length: rounds }, (_, index) =>
    tablets[index % tablets.length]?.send('round.send', takeaway(100)),
  )
  const outcomes = await Promise.all(sent.map((one) => one?.settled))
  expect(outcomes.filter((outcome) => outcome?.kind === 'done')).toHaveLength(rounds)
}

function sayingSeen(listeners: readonly Listener[]): () => void {
  const say = () => {
    for (const one of listeners) one.saySeen()
    cancel = realTime.after(200, say)
  }
  let cancel = realTime.after(0, say)
  return () => cancel()
}

async function logIdOf(signed: Signed): Promise<string> {
  const device = signed.http.listen()
  device.say(helloOf('log-id', 'kitchen'))
  const { logId } = await device.until((frame): frame is Welcome => frame.t === 'welcome')
  device.socket.terminate()
  return logId
}

const heardBy = (listeners: readonly Listener[]) => listeners.reduce((sum, { bytes }) => sum + bytes(), 0)

/** Of all that was written to the sockets, what neither the kernel nor a reader has: it lies in the server's memory. */
async function heldInMemory(listeners: readonly Listener[], before: { out: number; heard: number }): Promise<number> {
  const out = await metric(house, 'comanda_bytes_out_total')
  const { toSend, unread } = socketQueues(house.server.port)
  return out - before.out - (heardBy(listeners) - before.heard) - toSend - unread
}

describeWhere(
  canReadUsage() ? supported : unsupported('only Linux tells how a process is doing'),
  'readers that stall',
  () => {
    test(`[P-7] ${stalledSockets} of ${sockets}: memory within the flow control, the others hear everything, the stalled are cut`, async () => {
      const ana = await house.signIn('tablet', 'ana')
      const tablets = await Promise.all(
        [1, 2, 3, 4].map((number) => house.open(ana, { name: `tablet-${number}`, room: 'floor' })),
      )
      await Promise.all(tablets.map((tablet) => goesLive(tablet)))
      const deviceOf = await devicesFor(house, 'kitchen', 'bruno', sockets)
      const readers = await gather(sockets - stalledSockets, (index) =>
        listener(house, deviceOf(index), `reader-${index}`, { room: 'kitchen' }),
      )
      await waitUntil('every snapshot', () => readers.every(({ bytes }) => bytes() > 10_000), 30_000)
      const head = () => tablets[0]?.confirmed()?.seq ?? 0
      const heardAll = () => readers.every(({ upTo, holes }) => upTo() >= head() && holes() === 0)
      const resident = () => house.server.usage().residentBytes

      // the same load with nobody stalled: how much it is, and a heap as large as it makes it
      const stopSaying = sayingSeen(readers)
      const heardBefore = heardBy(readers)
      await pour(tablets)
      await waitUntil('the readers to hear everything', heardAll, 30_000)
      stopSaying()
      const poured = (heardBy(readers) - heardBefore) / readers.length

      const cursor = { logId: await logIdOf(ana), cursor: head() }
      const stalled = await gather(stalledSockets, async (index) => {
        const one = await listener(house, deviceOf(readers.length + index), `stalled-${index}`, {
          room: 'kitchen',
          cursor,
        })
        one.connection.stopReading()
        return one
      })
      const before = { out: await metric(house, 'comanda_bytes_out_total'), heard: heardBy([...readers, ...stalled]) }
      // half of them say that they have seen it all: then only the network's own limit holds them back
      const stopReaders = sayingSeen([...readers, ...stalled.slice(0, stalledSockets / 2)])
      const first = resident()
      await pour(tablets)
      const held = await heldInMemory([...readers, ...stalled], before)
      expect(held).toBeLessThan(stalledSockets * mostHeldPerSocket)
      const bound = stalledSockets * mostHeldPerSocket + uncollected
      expect(stalledSockets * poured, 'kept for all of the stalled, it would show').toBeGreaterThan(1.2 * bound)
      expect(resident() - first).toBeLessThan(bound)
      await waitUntil('the readers to hear everything meanwhile', heardAll, 30_000)

      const cut = () => metric(house, 'comanda_refused_total{code="too-slow"}')
      expect(await cut()).toBe(0)
      // who is silent too may be cut for that a little earlier, who lies is not silent
      const left = readers.length + tablets.length
      const limit = stuckAfter + 2 * heartbeatEvery
      await waitUntil('the stalled to be gone', async () => (await metric(house, 'comanda_sockets')) === left, limit)
      expect(await cut()).toBeGreaterThanOrEqual(stalledSockets / 2)
      expect(await tablets[0]?.send('round.send', takeaway(1)).settled).toMatchObject({ kind: 'done' })
      await waitUntil('the readers to hear that too', heardAll, 30_000)
      expect(readers.some(({ connection }) => connection.socket.destroyed)).toBe(false)
      stopReaders()
    })
  },
)
