// The disk fails inside a commit: nobody knows what became of it, so nobody is told anything. The program ends for its
// supervisor, the next one reads what is true, the devices ask again by themselves.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { injectFault, syncCalls, writeCalls } from './harness/injected-fault.ts'
import {
  goesLive,
  helloOf,
  openCasaLola,
  type Restaurant,
  shows,
  takeaway,
  ticketCount,
} from './harness/open-restaurant.ts'
import { sendAtOnce } from './harness/ordering.ts'
import { withinTime } from './harness/real-time.ts'
import { killLeftovers } from './harness/running-program.ts'
import { expectEachOnce, logFileIn } from './harness/stored-orders.ts'
import { straceSupport } from './harness/strace.ts'
import { describeWhere } from './harness/support.ts'

const tablets = 3
const doubts = (
  [
    ['EIO', 'the first sync', syncCalls, 1],
    ['EIO', 'a later write', writeCalls, 9],
    ['EROFS', 'a write', writeCalls, 1],
    ['EIO', 'a later sync', syncCalls, 4],
    ['EIO', 'the first write', writeCalls, 1],
    ['EDQUOT', 'a write', writeCalls, 3],
  ] as const
).slice(0, process.env.COMANDA_TEST_LONG === '1' ? undefined : 3)
const support = await straceSupport()
let house: Restaurant

beforeEach(async () => {
  house = await openCasaLola()
})

afterEach(async () => {
  await house.close()
  await killLeftovers()
})

/** What the program exits with, so that its supervisor starts the next. */
const outcomeUnknown = { code: 70, signal: null }
const cmd = { t: 'cmd', cseq: 1, type: 'round.send', args: takeaway(1), seenSeq: 0, writtenAt: 0 }

describeWhere(support.attach, 'a write whose outcome nobody knows', () => {
  test.each(doubts)(
    '[P-3] %s at %s: no answer, the program ends, and after the restart each order is there once',
    async (error, _, calls, from) => {
      const ana = await house.signIn('tablet', 'ana')
      const clients = await Promise.all(
        Array.from({ length: tablets }, (_, index) => house.open(ana, { name: `doubt-${index}`, room: 'floor' })),
      )
      const screen = await house.open(await house.signIn('kitchen', 'bruno'), { name: 'screen', room: 'kitchen' })
      await Promise.all([...clients, screen].map((client) => goesLive(client)))
      const { server } = house
      const file = logFileIn(server.data)
      const fault = await injectFault(server.pid, { calls, paths: [file, `${file}-wal`], error, from, once: true })
      const sent = clients.flatMap((client) => sendAtOnce(client, 12))
      expect(await withinTime('the program to end', server.ended, 20_000)).toEqual(outcomeUnknown)
      expect(await fault.lift()).toBe(1)
      const answered = sent.filter(({ outcome }) => outcome !== undefined)
      expect(answered.length).toBeLessThan(sent.length)
      expect(answered.every(({ outcome }) => outcome?.kind === 'done')).toBe(true)
      const unsent = clients.reduce((sum, client) => sum + client.status().unsent, 0)
      expect(unsent).toBe(sent.length - answered.length)
      // what was answered before is durable, whatever came after
      expectEachOnce(
        file,
        answered.map(({ id }) => id),
      )

      house.server = await server.restart()
      await shows('every answer', screen, () => sent.every(({ outcome }) => outcome?.kind === 'done'), 20_000)
      await shows('a ticket for each', screen, () => ticketCount(screen) >= sent.length)
      expect(ticketCount(screen)).toBe(sent.length)
      await house.server.stop()
      expectEachOnce(
        file,
        sent.map(({ id }) => id),
      )
    },
  )

  test('[P-3] the socket of the command in doubt hears no answer and is closed; asked again, it is one row', async () => {
    const ana = await house.signIn('tablet', 'ana')
    const { server } = house
    const file = logFileIn(server.data)
    const device = ana.http.listen()
    device.say(helloOf('in-doubt', 'floor'))
    await device.until((frame) => frame.t === 'welcome')
    const fault = await injectFault(server.pid, { calls: syncCalls, paths: [`${file}-wal`], error: 'EIO' })
    device.say({ ...cmd, id: 'doubted-1', sid: ana.sid })
    const { code, reason } = await withinTime('the close', device.closed)
    expect([1013, 1006]).toContain(code)
    if (code === 1013) expect(reason).toContain('log-unavailable')
    expect(device.frames.filter(({ t }) => t === 'res' || t === 'ev' || t === 'error')).toEqual([])
    expect(await server.ended).toEqual(outcomeUnknown)
    expect(server.errorLines().length + server.lines().length).toBeGreaterThan(0)
    expect([...server.lines(), ...server.errorLines()].join('\n')).toContain('not known what became of a write')
    await fault.lift()

    house.server = await server.restart()
    const again = ana.http.listen()
    again.say(helloOf('in-doubt', 'floor'))
    await again.until((frame) => frame.t === 'welcome')
    again.say({ ...cmd, id: 'doubted-1', sid: ana.sid })
    expect(await again.until((frame) => frame.t === 'res')).toMatchObject({ cseq: 1, ok: true })
    again.socket.terminate()
    await house.server.stop()
    expectEachOnce(file, ['doubted-1' as never])
  })
})
