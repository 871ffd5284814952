// The probes at which other restaurant programs failed: a process that died, orders that never came or came twice.
import type { DownFrame, Res } from '@comanda/shared/protocol/down'
import { largestUpFrame } from '@comanda/shared/protocol/up'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileFrames } from './harness/hostile-frames.ts'
import {
  atTable,
  goesLive,
  helloOf,
  openCasaLola,
  plainDish,
  type Restaurant,
  type Signed,
  shows,
  takeaway,
  ticketCount,
} from './harness/open-restaurant.ts'
import { openRawWebSocket } from './harness/raw-websocket.ts'
import { withinTime } from './harness/real-time.ts'
import { encodeFrame, opcodes } from './harness/websocket-frame.ts'

let house: Restaurant
let ana: Signed

beforeAll(async () => {
  house = await openCasaLola()
  ana = await house.signIn('tablet', 'ana')
})

afterAll(() => house.close())

const isRes = (frame: DownFrame): frame is Res => frame.t === 'res'
const isWelcome = (frame: DownFrame) => frame.t === 'welcome'

const raw = (signed: Signed) =>
  openRawWebSocket({
    host: house.server.host,
    port: house.server.port,
    protocol: 'comanda.v1',
    headers: { Origin: house.server.url, Cookie: signed.cookie },
  })

const sixtyLines = { ...takeaway(60) }

test('an oversized ping frame closes that socket, and nobody else notices', async () => {
  const other = await house.open(await house.signIn('kitchen', 'bruno'), { name: 'quiet', room: 'kitchen' })
  await goesLive(other)
  const connection = await raw(ana)
  connection.send(encodeFrame({ opcode: opcodes.ping, payload: Buffer.alloc(4_000) }))
  expect((await withinTime('the close', connection.ended)).closeCode).toBe(1002)
  expect(other.status().link).toBe('live')
  expect((await house.server.get('/readyz')).status).toBe(200)
})

test('no broken frame of any kind ends the process', async () => {
  const { pid } = house.server
  for (const frame of hostileFrames(largestUpFrame)) {
    const connection = await raw(ana)
    connection.send(frame.bytes)
    const { closeCode } = await withinTime(`the close after ${frame.name}`, connection.ended)
    expect(frame.closeCodes, frame.name).toContain(closeCode)
  }
  expect(house.server.pid).toBe(pid)
  expect(house.server.isRunning()).toBe(true)
  expect((await house.server.get('/readyz')).status).toBe(200)
})

test('empty, half and senseless messages are refused by name, and the socket of a neighbour lives on', async () => {
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '{"t":"cmd"}',
    '{"t":"hello","proto":"one"}',
    '"hello"',
    '{"t":"nonsense"}',
  ]) {
    const device = ana.http.listen()
    device.say(text)
    const { code } = await withinTime(`the close after ${text}`, device.closed)
    expect([4400, 1003, 1007], text).toContain(code)
    expect(device.frames.at(-1), text).toMatchObject({ t: 'error', code: expect.stringMatching(/^[a-z-]+$/) })
  }
  expect((await house.server.get('/readyz')).status).toBe(200)
})

test('a command with wrong arguments is refused under its number, naming the field, and blocks nobody', async () => {
  const device = ana.http.listen()
  device.say(helloOf('wrong-arguments', 'floor'))
  await device.until(isWelcome)
  const cmd = { t: 'cmd', sid: ana.sid, seenSeq: 0, writtenAt: 0 }
  const wrong = { order: { open: { type: 'takeaway' } }, lines: [{ itemId: plainDish, quantity: 0, modifiers: [] }] }
  device.say({ ...cmd, cseq: 1, id: 'wrong-1', type: 'round.send', args: wrong })
  device.say({ ...cmd, cseq: 2, id: 'wrong-2', type: 'no.such-thing', args: {} })
  device.say({ ...cmd, cseq: 3, id: 'right-3', type: 'round.send', args: takeaway(1) })
  const answers = await Promise.all(
    [1, 2, 3].map((cseq) => device.until((frame): frame is Res => isRes(frame) && frame.cseq === cseq)),
  )
  expect(answers).toMatchObject([
    { ok: false, code: 'command-invalid' },
    { ok: false, code: 'command-invalid' },
    { ok: true },
  ])
  expect(JSON.stringify(answers[0])).toContain('quantity')
  device.socket.terminate()
})

test('[P-5] an order placed while a screen is away is on it when it comes back', async () => {
  const bruno = await house.signIn('kitchen', 'bruno')
  const at = { name: 'away', room: 'kitchen' as const, stations: ['cold'] }
  const screen = await house.open(bruno, at)
  await goesLive(screen)
  const before = ticketCount(screen)
  await screen.stop()
  const tablet = await house.open(ana, { name: 'tablet-away', room: 'floor' })
  await goesLive(tablet)
  expect(await tablet.send('round.send', takeaway(1)).settled).toMatchObject({ kind: 'done' })
  await screen.start()
  await shows('the missed ticket', screen, () => ticketCount(screen) > before)
})

test('[P-2] a repeated submit, on the same socket and on another, is one order with one answer', async () => {
  const cmd = {
    t: 'cmd',
    cseq: 1,
    id: 'twice-1',
    sid: ana.sid,
    type: 'round.send',
    args: takeaway(1),
    seenSeq: 0,
    writtenAt: 0,
  }
  const first = ana.http.listen()
  first.say(helloOf('repeats', 'floor'))
  await first.until(isWelcome)
  first.say(cmd)
  first.say(cmd)
  const answer = await first.until(isRes)
  expect(answer).toMatchObject({ cseq: 1, ok: true })
  first.socket.terminate()
  const second = ana.http.listen()
  second.say(helloOf('repeats', 'floor'))
  expect(await second.until(isWelcome)).toMatchObject({ lastCseq: 1 })
  second.say(cmd)
  expect(await second.until(isRes)).toEqual(answer)
  second.socket.terminate()
  const watcher = await house.open(ana, { name: 'watcher', room: 'floor' })
  await goesLive(watcher)
  const orders = [...(watcher.confirmed()?.orders.values() ?? [])].filter(({ id }) => id.startsWith('twice-1'))
  expect(orders).toHaveLength(1)
  expect(orders[0]?.lines).toHaveLength(1)
})

test('an order of 60 lines arrives whole', async () => {
  const tablet = await house.open(ana, { name: 'sixty', room: 'floor' })
  await goesLive(tablet)
  const { id, settled } = tablet.send('round.send', sixtyLines)
  expect(await settled).toMatchObject({ kind: 'done' })
  await shows('the order', tablet, () => tablet.confirmed()?.orders.get(`${id}.o` as never) !== undefined)
  expect(tablet.confirmed()?.orders.get(`${id}.o` as never)?.lines).toHaveLength(60)
})

test('without a device nothing is heard, and without a person nothing is done', async () => {
  const { HttpClient } = await import('@comanda/server/testing/http-client')
  const stranger = new HttpClient(house.server.url).listen()
  expect((await withinTime('the close', stranger.closed)).code).toBe(4401)
  const screen = new HttpClient(house.server.url)
  await screen.post('/api/demo/device', { kind: 'tablet' })
  const device = screen.listen()
  device.say(helloOf('nobody', 'floor'))
  await device.until(isWelcome)
  device.say({ t: 'cmd', cseq: 1, id: 'nobody-1', type: 'round.send', args: takeaway(1), seenSeq: 0, writtenAt: 0 })
  expect(await device.until(isRes)).toMatchObject({ ok: false, code: 'not-signed-in' })
  device.socket.terminate()
})

test('[P-12] [P-5] after a server restart open screens come back by themselves and miss nothing', async () => {
  const screen = await house.open(await house.signIn('kitchen', 'irina'), { name: 'open', room: 'kitchen' })
  const tablet = await house.open(ana, { name: 'tablet-open', room: 'floor' })
  await Promise.all([goesLive(screen), goesLive(tablet)])
  const before = ticketCount(screen)
  await house.killAndRestart()
  const { settled } = tablet.send('round.send', atTable('t5'))
  expect(await settled).toMatchObject({ kind: 'done' })
  await shows('the new ticket', screen, () => ticketCount(screen) > before)
  expect(screen.status().link).toBe('live')
})
