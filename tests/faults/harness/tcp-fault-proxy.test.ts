import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seededRandom } from '../../harness/seeded-random.ts'
import { realTime, staysUnsettled, waitUntil, withinTime } from './real-time.ts'
import { startTcpFaultProxy, type TcpFaultProxy } from './tcp-fault-proxy.ts'

let proxy: TcpFaultProxy
let serverSide: Socket[]
let closeServer: () => void

beforeEach(async () => {
  serverSide = []
  const server = createServer({ noDelay: true }, (socket) => {
    serverSide.push(socket)
    socket.on('error', () => {})
    socket.on('data', (bytes) => socket.write(bytes))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  closeServer = () => server.close()
  proxy = await startTcpFaultProxy({
    target: () => ({ host: '127.0.0.1', port: address.port }),
    random: seededRandom('proxy test'),
  })
})

afterEach(() => {
  proxy.stop()
  for (const socket of serverSide) socket.destroy()
  closeServer()
})

type Device = { socket: Socket; heard: () => Buffer; chunks: Buffer[]; closed: Promise<string> }

async function joinDevice(): Promise<Device> {
  const socket = connect({ host: proxy.host, port: proxy.port, noDelay: true })
  const chunks: Buffer[] = []
  socket.on('data', (bytes) => chunks.push(Buffer.from(bytes)))
  const closed = new Promise<string>((resolve) => {
    let reason = 'closed'
    socket.on('error', (error: NodeJS.ErrnoException) => {
      reason = error.code ?? error.message
    })
    socket.on('close', () => resolve(reason))
  })
  await once(socket, 'connect')
  return { socket, chunks, closed, heard: () => Buffer.concat(chunks) }
}

const closing = (socket: Socket) => new Promise<boolean>((resolve) => socket.on('close', resolve))

const echoed = (device: Device, bytes: number) => waitUntil(`${bytes} bytes`, () => device.heard().length >= bytes)

test('without faults every byte passes both ways and is counted', async () => {
  const device = await joinDevice()
  const sent = Buffer.from(seededRandom('payload').bytes(300_000))
  device.socket.write(sent)
  await echoed(device, sent.length)
  expect(device.heard().equals(sent)).toBe(true)
  expect(proxy.counts()).toMatchObject({
    accepted: 1,
    open: 1,
    cut: 0,
    up: { received: sent.length, delivered: sent.length, lost: 0 },
    down: { received: sent.length, delivered: sent.length, lost: 0 },
  })
})

test('the end of one side reaches the other after the last byte', async () => {
  const device = await joinDevice()
  proxy.set({ latencyMs: 20, sliceBytes: 3 })
  device.socket.end('the last words')
  expect(await withinTime('the close', device.closed)).toBe('closed')
  expect(device.heard().toString()).toBe('the last words')
  await waitUntil('both sides to be forgotten', () => proxy.counts().open === 0)
})

test('latency and jitter delay, and keep the order', async () => {
  const device = await joinDevice()
  proxy.set({ latencyMs: 60, jitterMs: 30 })
  const start = realTime.monotonic()
  const words = Array.from({ length: 30 }, (_, index) => `${index};`)
  for (const word of words) {
    device.socket.write(word)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await echoed(device, words.join('').length)
  expect(device.heard().toString()).toBe(words.join(''))
  expect(realTime.monotonic() - start).toBeGreaterThanOrEqual(119)
})

test('slicing delivers pieces of at most n bytes, whole and in order', async () => {
  const device = await joinDevice()
  proxy.set({ sliceBytes: 4 })
  const sent = Buffer.from(seededRandom('sliced').bytes(2_000))
  device.socket.write(sent)
  await echoed(device, sent.length)
  expect(device.heard().equals(sent)).toBe(true)
  expect(proxy.counts().up.pieces).toBeGreaterThanOrEqual(sent.length / 4)
  expect(device.chunks.length).toBeGreaterThan(100)
})

test('a limited line takes its time', async () => {
  const device = await joinDevice()
  proxy.set({ bytesPerSecond: 20_000 })
  const start = realTime.monotonic()
  device.socket.write(Buffer.alloc(6_000))
  await echoed(device, 6_000)
  const took = realTime.monotonic() - start
  expect(took).toBeGreaterThan(240)
  expect(took).toBeLessThan(5_000)
})

test('a cut resets both sides', async () => {
  const device = await joinDevice()
  device.socket.write('hello')
  await echoed(device, 5)
  const serverClosed = closing(serverSide[0] as Socket)
  expect(proxy.cut()).toBe(1)
  expect(await withinTime('the reset of the device', device.closed)).toBe('ECONNRESET')
  await withinTime('the reset of the server', serverClosed)
  await waitUntil('the connection to be forgotten', () => proxy.counts().open === 0)
  expect(proxy.counts().cut).toBe(1)
})

test('a black hole is silent both ways, hides a close, and ends in a reset when lifted', async () => {
  const device = await joinDevice()
  device.socket.write('before')
  await echoed(device, 6)
  proxy.blackhole()
  device.socket.write('lost up')
  serverSide[0]?.write('lost down')
  await waitUntil('both to vanish', () => proxy.counts().up.lost === 7 && proxy.counts().down.lost === 9)
  const otherDevice = await joinDevice()
  otherDevice.socket.write('also lost')
  otherDevice.socket.end()
  expect(await staysUnsettled(Promise.race([device.closed, otherDevice.closed]), 100)).toBe(true)
  expect(device.heard().toString()).toBe('before')
  proxy.clear()
  expect(await withinTime('the reset', device.closed)).toBe('ECONNRESET')
})

test('swallowing in one direction leaves the other open', async () => {
  const device = await joinDevice()
  proxy.set({ swallow: { up: false, down: true } })
  device.socket.write('heard by the server')
  await waitUntil('the server to answer in vain', () => proxy.counts().down.lost === 19)
  expect(proxy.counts().up).toMatchObject({ delivered: 19, lost: 0 })
  expect(device.heard().length).toBe(0)
})

test('what was held arrives whole when the hold is lifted', async () => {
  const device = await joinDevice()
  proxy.set({ hold: { up: true, down: false } })
  device.socket.end('written in the dead spot')
  await waitUntil('the bytes to be held', () => proxy.counts().up.received === 24)
  expect(await staysUnsettled(device.closed, 50)).toBe(true)
  expect(proxy.counts().up.delivered).toBe(0)
  proxy.clear()
  expect(await withinTime('the close', device.closed)).toBe('closed')
  expect(device.heard().toString()).toBe('written in the dead spot')
})

test('half-open: the server is told nothing while the device is gone', async () => {
  const device = await joinDevice()
  device.socket.write('hello')
  await echoed(device, 5)
  expect(proxy.leaveHalfOpen('server')).toBe(1)
  expect(await withinTime('the end of the device', device.closed)).toBe('ECONNRESET')
  const server = serverSide[0] as Socket
  expect(await staysUnsettled(closing(server), 100)).toBe(true)
  server.write('anybody there?')
  await waitUntil('the words to be lost', () => proxy.counts().down.lost === 14)
  server.end()
  await waitUntil('the connection to be forgotten', () => proxy.counts().open === 0)
})

test('refused devices are refused by the machine; open ones live on; the same port accepts again', async () => {
  const device = await joinDevice()
  const port = proxy.port
  proxy.refuse()
  await expect(joinDevice()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  device.socket.write('still here')
  await echoed(device, 10)
  await proxy.accept()
  expect(proxy.port).toBe(port)
  const late = await joinDevice()
  late.socket.write('back')
  await echoed(late, 4)
})

test('a reader that stalls makes the sender wait instead of filling the proxy', async () => {
  const device = await joinDevice()
  device.socket.write('x')
  await echoed(device, 1)
  device.socket.pause()
  const server = serverSide[0] as Socket
  const megabyte = Buffer.alloc(1024 * 1024)
  let written = 0
  while (server.writableLength < 4 * megabyte.length && written < 64) {
    server.write(megabyte)
    written += 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(server.writableLength).toBeGreaterThanOrEqual(4 * megabyte.length)
  const { received, delivered } = proxy.counts().down
  expect(received - delivered).toBeLessThan(1024 * 1024)
})
