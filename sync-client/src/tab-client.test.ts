import { beforeEach, describe, expect, it } from 'vitest'
import { createTabClient } from './tab-client.ts'
import type { TabMessage, TabPorts } from './tabs.ts'
import { Floor } from './testing/floor.ts'
import { ana, commandId, nobody, table } from './testing/small-rules.ts'

let floor: Floor
let open: Set<{ hear?: (message: TabMessage) => void; alive: boolean }>
let waiting: { lead: () => void; owner: { alive: boolean } }[]
let holder: { alive: boolean } | undefined

const next = () => {
  waiting = waiting.filter(({ owner }) => owner.alive)
  if (holder?.alive) return
  const first = waiting.shift()
  holder = first?.owner
  first?.lead()
}

/** Tabs of one browser: messages are copied and come a moment later; a killed tab says nothing and lets go of the lock. */
function openTab() {
  const me: { hear?: (message: TabMessage) => void; alive: boolean } = { alive: true }
  open.add(me)
  const tabs: TabPorts = {
    whenAlone(_, lead) {
      waiting.push({ lead, owner: me })
      floor.time.timers.after(1, next)
      return () => {
        if (holder === me) holder = undefined
        waiting = waiting.filter(({ owner }) => owner !== me)
        next()
      }
    },
    channel: () => ({
      post(message) {
        const copy = structuredClone(message)
        for (const other of open) {
          floor.time.timers.after(1, () => me.alive && other !== me && other.alive && other.hear?.(copy))
        }
      },
      listen(hear) {
        me.hear = hear
      },
      close() {
        open.delete(me)
      },
    }),
  }
  const device = floor.newDevice()
  const client = createTabClient({ client: device.options(), tabs, name: 'tablet' })
  const kill = () => {
    me.alive = false
    device.kill()
    next()
  }
  return { client, kill, device }
}

const assign = ({ client }: ReturnType<typeof openTab>, name: number, staffId = ana) =>
  client.send('section.assign', { tableIds: [table(name)], staffId }, { id: commandId(name) })

async function opened() {
  const tab = openTab()
  const started = tab.client.start()
  await floor.time.advance(1_000)
  await started
  return tab
}

beforeEach(() => {
  floor = new Floor()
  open = new Set()
  waiting = []
  holder = undefined
})

describe('several tabs of one device', () => {
  it('have one socket and one outbox, and see the same', async () => {
    const first = await opened()
    const second = await opened()
    expect([first.client.leads, second.client.leads]).toEqual([true, false])
    assign(first, 1)
    const { settled } = assign(second, 2)
    expect(second.client.state()?.sections[table(2)]).toBe(ana)
    await floor.time.advance(100)
    expect(await settled).toEqual({ kind: 'done', seq: 2 })
    expect(floor.server.open).toHaveLength(1)
    expect(floor.server.commands.map(({ id }) => id)).toEqual([1, 2].map(commandId))
    expect(second.client.confirmed()).toEqual(first.client.confirmed())
    expect(second.client.state()?.sections).toEqual({ [table(1)]: ana, [table(2)]: ana })
    expect(second.client.status()).toMatchObject({ link: 'live', unsent: 0, stale: false })
    expect(Math.abs(second.client.serverNow() - floor.time.wall)).toBeLessThan(50)
  })

  it('show each other what is queued and refused, and any may dismiss it', async () => {
    const first = await opened()
    const second = await opened()
    floor.server.reachable = false
    floor.server.cutAll()
    assign(second, 1, nobody)
    await floor.time.advance(6_000)
    for (const { client } of [first, second]) {
      expect(client.commands()).toMatchObject([{ id: commandId(1), state: 'queued' }])
      expect(client.status()).toMatchObject({ link: 'offline', unsent: 1 })
    }
    floor.server.reachable = true
    await floor.time.advance(5_000)
    expect(first.client.commands()).toMatchObject([{ state: 'refused', code: 'person-not-found' }])
    expect(second.client.dismiss(commandId(1))).toBe(true)
    await floor.time.advance(100)
    expect([first, second].map(({ client }) => client.commands())).toEqual([[], []])
  })

  it('say nothing of a command that is older than its outcome', async () => {
    await opened()
    const second = await opened()
    const { settled } = assign(second, 1)
    const then: unknown[] = []
    void settled.then(() => {
      const { client } = second
      then.push(client.status().unsent, client.commands(), client.state()?.sections[table(1)])
    })
    expect(second.client.status().unsent).toBe(1)
    await floor.time.advance(100)
    expect(then).toEqual([0, [], ana])
  })

  it('[P-2] go on when the leader is killed at any moment: everything given arrives once', async () => {
    for (let moment = 0; moment < 40; moment++) {
      floor = new Floor()
      open = new Set()
      waiting = []
      holder = undefined
      const first = await opened()
      const second = await opened()
      const third = await opened()
      const given = [1, 2, 3, 4].map((name) => assign(name % 2 === 0 ? second : third, name))
      await floor.time.advance(moment)
      first.kill()
      await floor.time.advance(10_000)
      const outcomes = await Promise.all(given.map(({ settled }) => settled))
      expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done'])
      expect(floor.server.commands.map(({ id }) => id).sort()).toEqual([1, 2, 3, 4].map(commandId))
      expect([second.client.leads, third.client.leads]).toEqual([true, false])
      expect(third.client.state()).toEqual(second.client.state())
    }
  })

  it('[P-11] call a follower stale whose leader has fallen silent', async () => {
    const first = await opened()
    const second = await opened()
    await floor.time.advance(20_000)
    expect(second.client.status().stale).toBe(false)
    // asleep, still holding the lock
    first.device.kill()
    let told = false
    second.client.onChange(() => {
      told ||= second.client.status().stale
    })
    await floor.time.advance(10_000)
    expect(told).toBe(true)
  })

  it('leave the lead to another when they are closed', async () => {
    const first = await opened()
    const second = await opened()
    await first.client.stop()
    await floor.time.advance(1_000)
    expect(second.client.leads).toBe(true)
    assign(second, 1)
    await floor.time.advance(100)
    expect(floor.server.commands).toHaveLength(1)
  })
})
