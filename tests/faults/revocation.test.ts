// A manager cuts a device or a person off while commands pour in from there. The log decides who was first: what stands
// behind the revocation did nothing, and every socket of theirs is gone within a second.
import type { DownFrame, Res } from '@comanda/shared/protocol/down'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { helloOf, openCasaLola, type Restaurant, type Signed, takeaway } from './harness/open-restaurant.ts'
import { realTime, waitUntil, withinTime } from './harness/real-time.ts'
import { logFileIn } from './harness/stored-orders.ts'

const rounds = process.env.COMANDA_TEST_LONG === '1' ? 25 : 3
const socketsOfOne = 6
const socketEndsWithin = 1_000
/** What is asked too late is on record as refused, and did nothing. */
const refusals = new Set(['command.refused', 'round.refused'])
const isRes = (frame: DownFrame): frame is Res => frame.t === 'res'

let house: Restaurant

beforeEach(async () => {
  house = await openCasaLola()
})

afterEach(() => house.close())

type Pouring = { answers: () => Res[]; closed: Promise<{ code: number; reason: string }>; stop: () => void }

/** Commands without a pause, as many in flight as are allowed. */
async function pour(signed: Signed, clientId: string): Promise<Pouring> {
  const device = signed.http.listen()
  device.say(helloOf(clientId, 'floor'))
  await device.until((frame) => frame.t === 'welcome')
  let cseq = 0
  const sayNext = () => {
    cseq += 1
    const written = { seenSeq: 0, writtenAt: realTime.now(), args: takeaway(1) }
    device.say({ t: 'cmd', cseq, id: `${clientId}-${cseq}`, sid: signed.sid, type: 'round.send', ...written })
  }
  device.socket.on('message', (data) => {
    if (data.toString().startsWith('{"t":"res"')) sayNext()
  })
  for (let first = 0; first < 4; first += 1) sayNext()
  return {
    answers: () => device.frames.filter(isRes),
    closed: device.closed.catch(() => ({ code: 1006, reason: '' })),
    stop: () => device.socket.terminate(),
  }
}

type Stored = { seq: number; type: string; device: string | null; staff: string | null }

function storedAfter(seq: number): Stored[] {
  const database = new Database(logFileIn(house.server.data), { readonly: true })
  try {
    return database
      .prepare<[number], Stored>(
        `SELECT events.seq, events.type, results.device_id AS device, results.staff_id AS staff FROM events
         JOIN results ON results.restaurant_id = events.restaurant_id
           AND events.seq BETWEEN results.first_seq AND results.last_seq
         WHERE events.seq > ? ORDER BY events.seq`,
      )
      .all(seq)
  } finally {
    database.close()
  }
}

const answeredOk = (pourings: readonly Pouring[]) =>
  pourings.flatMap((one) => one.answers()).filter((answer): answer is Extract<Res, { ok: true }> => answer.ok)

test('[P-15] a device cut off while its commands pour in: nothing of it behind the revocation, its sockets closed within 1 s', async () => {
  const pablo = await house.signIn('office', 'pablo')
  for (let round = 0; round < rounds; round += 1) {
    const ana = await house.signIn('tablet', 'ana')
    const pourings = await Promise.all(Array.from({ length: socketsOfOne }, (_, n) => pour(ana, `cut-${round}-${n}`)))
    await waitUntil('orders to pour in', () => answeredOk(pourings).length > 30)
    const id = `revoke-device-${round}`
    const told = await pablo.http.post('/api/commands', { id, type: 'access.revoke', args: { deviceId: ana.deviceId } })
    const committed = realTime.monotonic()
    expect(told, told.text).toMatchObject({ status: 200, body: { ok: true } })
    const { seq } = told.body as { seq: number }
    const ends = await withinTime(
      'the sockets to close',
      Promise.all(pourings.map((one) => one.closed)),
      socketEndsWithin,
    )
    expect(realTime.monotonic() - committed).toBeLessThan(socketEndsWithin)
    for (const { code, reason } of ends)
      expect({ code, reason }).toMatchObject({ code: 4403, reason: expect.stringContaining('access-revoked') })
    expect(answeredOk(pourings).filter((answer) => answer.seq > seq)).toEqual([])
    const later = storedAfter(seq).filter(({ device }) => device === ana.deviceId)
    expect(later.filter(({ type }) => !refusals.has(type))).toEqual([])
    // neither a new socket nor a request lets it in again
    const again = ana.http.listen()
    const end = await withinTime('the close', again.closed)
    expect([4401, 4403]).toContain(end.code)
    expect((await ana.http.post('/api/sign-in', { staffId: 'ana', pin: '0000' })).status).toBeGreaterThanOrEqual(401)
  }
})

test('[P-15] a person cut off while they order on two devices: nothing of theirs behind it, a colleague goes on', async () => {
  const pablo = await house.signIn('office', 'pablo')
  const devices = await Promise.all([house.signIn('tablet', 'ana'), house.signIn('tablet', 'ana')])
  const colleague = await pour(await house.signIn('tablet', 'leo'), 'colleague')
  const pourings = await Promise.all(
    devices.flatMap((one, n) => [pour(one, `person-${n}-a`), pour(one, `person-${n}-b`)]),
  )
  await waitUntil('orders to pour in', () => answeredOk(pourings).length > 30)
  const told = await pablo.http.post('/api/commands', {
    id: 'revoke-ana',
    type: 'access.revoke',
    args: { staffId: 'ana' },
  })
  expect(told, told.text).toMatchObject({ status: 200 })
  const { seq } = told.body as { seq: number }
  await withinTime('the sockets to close', Promise.all(pourings.map((one) => one.closed)), socketEndsWithin)
  expect(answeredOk(pourings).filter((answer) => answer.seq > seq)).toEqual([])
  const later = storedAfter(seq).filter(({ staff }) => staff === 'ana')
  expect(later.filter(({ type }) => !refusals.has(type))).toEqual([])
  const before = answeredOk([colleague]).length
  await waitUntil('a colleague to go on', () => answeredOk([colleague]).length > before + 5)
  colleague.stop()
})
