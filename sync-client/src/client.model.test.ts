// Any fault between any two steps: frames lost with their socket, swallowed or repeated, the server restarted, the device
// killed in the middle of a write and opened again. Whatever the schedule, every id is in the log at most once, what was
// once on the disk gets there, what was acknowledged is there, and the device ends up with the server's state.
import type { CommandId } from '@comanda/shared/model/ids'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Device } from './testing/device.ts'
import { ScriptedServer } from './testing/scripted-server.ts'
import { ana, commandId, leo, nobody, smallRules, table } from './testing/small-rules.ts'
import { VirtualTime } from './testing/virtual-time.ts'

type Fault =
  | { do: 'send'; table: number; refused: boolean }
  | { do: 'again' }
  | { do: 'elsewhere'; table: number }
  | { do: 'wait'; for: number }
  | { do: 'cut'; code: number }
  | { do: 'swallow' }
  | { do: 'kill' }
  | { do: 'repeat'; copies: number }
  | { do: 'away'; reachable: boolean }
  | { do: 'full'; full: boolean }
  | { do: 'lie'; lying: boolean }
  | { do: 'back-up' }
  | { do: 'restore' }

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      table: fc.nat(40),
      refused: fc.nat(9).map((n) => n === 0),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('wait' as const), for: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), for: fc.nat(20_000) }) },
  { weight: 3, arbitrary: fc.constant({ do: 'kill' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('cut' as const), code: fc.constantFrom(1006, 1012, 1013, 4408) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'swallow' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('elsewhere' as const), table: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'again' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('repeat' as const), copies: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('away' as const), reachable: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('full' as const), full: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lie' as const), lying: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'back-up' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restore' as const }) },
)

class Evening {
  readonly time = new VirtualTime()
  readonly server = new ScriptedServer(this.time)
  readonly device = new Device({ time: this.time, server: this.server })
  readonly acknowledged = new Set<CommandId>()
  readonly unsaved = new Set<CommandId>()
  readonly given: CommandId[] = []
  #tables: number[] = []
  faults = 0
  restores = 0
  /** Restores that took something back. */
  losses = 0

  async run(steps: readonly Fault[]): Promise<void> {
    this.server.keepBeating()
    await this.device.client.start()
    for (const fault of steps) await this.#apply(fault)
    this.server.reachable = true
    this.server.copies = 1
    this.device.full = false
    this.device.lying = false
    await this.time.advance(60_000)
  }

  #give(id: CommandId, name: number, refused: boolean): void {
    const args = { tableIds: [table(name)], staffId: refused ? nobody : ana }
    const { settled } = this.device.client.send('section.assign', args, { id })
    settled.then((outcome) => {
      if (outcome.kind === 'unsaved') this.unsaved.add(id)
      else this.acknowledged.add(id)
    })
  }

  async #apply(fault: Fault): Promise<void> {
    const { server, device, time } = this
    switch (fault.do) {
      case 'send': {
        const id = commandId(this.given.length + 1)
        this.given.push(id)
        this.#tables.push(fault.table)
        this.#give(id, fault.table, fault.refused)
        return
      }
      case 'again': {
        const last = this.given.at(-1)
        if (last !== undefined && !this.unsaved.has(last)) this.#give(last, this.#tables.at(-1) ?? 0, false)
        return
      }
      case 'elsewhere':
        server.happen({ type: 'section.assigned', tableIds: [table(fault.table)], staffId: leo, by: leo })
        return
      case 'wait':
        return time.advance(fault.for)
      case 'cut':
        this.faults += server.open.length
        return server.cutAll(fault.code)
      case 'swallow':
        this.faults += server.open.length
        for (const socket of server.open) socket.swallow()
        return
      case 'kill':
        this.faults += 1
        return device.reload()
      case 'repeat':
        server.copies = fault.copies
        return
      case 'away':
        server.reachable = fault.reachable
        if (!fault.reachable) server.cutAll()
        return
      case 'full':
        device.full = fault.full
        return
      case 'lie':
        device.lying = fault.lying
        return
      case 'back-up':
        server.backedUpSeq = server.seq
        return
      case 'restore':
        this.restores += 1
        if (server.backedUpSeq < server.seq) this.losses += 1
        server.restore(server.backedUpSeq)
        return
    }
  }

  check(): void {
    const { server, device } = this
    const logged = server.commands.map(({ id }) => id)
    expect(new Set(logged).size).toBe(logged.length)
    const missing = device.client.commands().flatMap(({ state, id }) => (state === 'missing' ? [id] : []))
    const refusedBefore = device.client.commands().flatMap(({ state, id }) => (state === 'refused' ? [id] : []))
    for (const id of this.acknowledged) expect([...logged, ...missing, ...refusedBefore]).toContain(id)
    if (this.restores === 0) expect(missing).toEqual([])
    expect(device.client.status()).toMatchObject({ link: 'live', stale: false, unsent: 0 })
    // in the order they were given, but for those that the disk took only at a second try
    const order = logged
      .map((id) => this.given.indexOf(id))
      .filter((_, place) => !this.unsaved.has(logged[place] ?? ('' as CommandId)))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    const truth = smallRules.stateFromJson(smallRules.stateToJson(server.state))
    expect(device.client.confirmed()).toEqual(truth)
    expect(device.client.state()).toEqual(truth)
    expect(device.faults).toEqual([])
  }
}

const runs = process.env.COMANDA_TEST_LONG === '1' ? 30_000 : 800

it('[P-2] [P-4] [P-5] [P-6] [P-13] under any schedule of faults every command arrives once and nothing acknowledged is missing', async () => {
  let faults = 0
  let logged = 0
  let acknowledged = 0
  let losses = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const evening = new Evening()
      await evening.run(steps)
      evening.check()
      faults += evening.faults
      logged += evening.server.commands.length
      acknowledged += evening.acknowledged.size
      losses += evening.losses
    }),
    { numRuns: runs },
  )
  // a run in which nothing happened proves nothing
  expect(faults).toBeGreaterThan(runs)
  expect(logged).toBeGreaterThan(runs)
  expect(acknowledged).toBeGreaterThan(runs / 2)
  expect(losses).toBeGreaterThan(runs / 20)
}, 600_000)

it('[P-6] what was on the disk when the device was killed arrives, what was not is not there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 }), async (moment, count) => {
      const evening = new Evening()
      await evening.device.client.start()
      await evening.time.advance(1_000)
      for (let name = 1; name <= count; name++) {
        evening.device.client.send('section.assign', { tableIds: [table(name)], staffId: ana }, { id: commandId(name) })
      }
      await evening.time.advance(moment)
      evening.device.kill()
      const kept = (await evening.device.stored.load())?.commands.map(({ written }) => written.id) ?? []
      await evening.device.reload()
      await evening.time.advance(30_000)
      expect(new Set(evening.server.commands.map(({ id }) => id))).toEqual(new Set(kept))
    }),
    { numRuns: 60 },
  )
})
