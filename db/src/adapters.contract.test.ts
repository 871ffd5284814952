// Random work on both adapters at once: the same outcomes, the same rows, the same chain, whatever is asked in what order.
import type { DomainEvent } from '@comanda/shared/domain/events'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import { LogId } from '@comanda/shared/model/ids'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AppendOutcome, Entry, Log } from './log.ts'
import { createMemoryDisk } from './memory/disk.ts'
import { openMemoryLog } from './memory/log.ts'
import { verifyMemoryDisk } from './memory/verify.ts'
import { verifyFile } from './sqlite/verify.ts'
import {
  batchAfter,
  clientId,
  commandId,
  merged,
  noted,
  orderId,
  refused,
  roundSent,
  type Said,
} from './testing/entries.ts'
import { casa, other } from './testing/restaurants.ts'
import { sample } from './testing/sample-facts.ts'
import { seededRandom } from './testing/seeded-random.ts'
import { createSqliteFile } from './testing/sqlite-file.ts'

/** An adapter may draw salts for a batch that it then refuses; with one salt that does not show. */
const sameSalt = (length: number) => new Uint8Array(length)

const orders = ['o1', 'o2', 'o3', 'o4']
const commands = Array.from({ length: 12 }, (_, index) => `c${index}`)

const anOrder = fc.constantFrom(...orders)
const anEvent: fc.Arbitrary<DomainEvent> = fc.oneof(
  fc
    .tuple(
      anOrder,
      fc.option(fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text && text !== '')),
    )
    .map(([order, note]) => noted(order, note)),
  fc
    .tuple(anOrder, anOrder)
    .filter(([one, two]) => one !== two)
    .map(([one, two]) => merged(one, two)),
  fc
    .tuple(anOrder, fc.constantFrom('r1', 'r2'), fc.integer({ min: 1, max: 3 }))
    .map(([order, round, lines]) => roundSent(order, round, lines)),
  fc.constant(refused('c0')),
)

const aClient = fc.record({
  clientId: fc.constantFrom(clientId('tab-1'), clientId('tab-2')),
  cseq: fc.integer({ min: 1, max: 6 }),
})

const aSaying: fc.Arbitrary<Said> = fc
  .record({
    command: fc.constantFrom(...commands),
    events: fc.array(anEvent, { minLength: 1, maxLength: 3 }),
    client: fc.option(aClient, { nil: undefined }),
    businessDate: fc.constantFrom('2026-01-02', '2026-01-03'),
  })
  .map(({ client, ...said }) => (client === undefined ? said : { ...said, client }))

/** `lag`: how far behind the head the caller believes the log to be. */
const aStep = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('append'),
      place: fc.constantFrom(casa, other),
      said: fc.array(aSaying, { maxLength: 4 }),
      lag: fc.constantFrom(0, 0, 0, 0, 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('erase'), place: fc.constantFrom(casa, other), order: anOrder }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('snapshot'),
      place: fc.constantFrom(casa, other),
      back: fc.integer({ min: 0, max: 3 }),
    }),
  },
)
type Step = typeof aStep extends fc.Arbitrary<infer Value> ? Value : never

const take = async (log: Log, step: Step): Promise<unknown> => {
  const head = (await log.load(step.place))?.head ?? 0
  if ('order' in step) return log.eraseTexts(step.place, { orderId: orderId(step.order) })
  if ('back' in step) {
    const seq = Math.max(0, head - step.back)
    return log.saveSnapshot(step.place, { seq, domain: 'd', body: `state at ${seq}` })
  }
  const expected = Math.max(0, head - step.lag)
  const batch: readonly Entry[] = batchAfter(expected, step.said)
  return log.append(step.place, batch, expected)
}

/** Everything that the port tells. */
const readAll = async (log: Log) =>
  Promise.all(
    [casa, other].map(async (place) => ({
      opened: await log.load(place),
      events: await log.readAfter(place, 0, 10_000),
      orders: await Promise.all(orders.map((order) => log.readOrder(place, orderId(order)))),
      clients: await Promise.all(['tab-1', 'tab-2'].map((client) => log.readClient(place, clientId(client)))),
      answers: await Promise.all(commands.map((command) => log.readAnswer(place, { commandId: commandId(command) }))),
    })),
  )

const isOutcome = (value: unknown): value is AppendOutcome =>
  typeof value === 'object' && value !== null && 'kind' in value

describe('the adapters beside each other', () => {
  test('[P-17] memory and SQLite do the same in every history, to the last hash', async () => {
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 4, maxLength: 25 }), async (steps) => {
        const file = createSqliteFile()
        const disk = createMemoryDisk()
        const memory = openMemoryLog({
          disk,
          project: sample.facts.project,
          random: sameSalt,
          upcast: currentUpcast,
        })
        const { log: sqlite, database } = file.open(sameSalt, { filedTogether: steps.length % 3 })
        try {
          // What is compared here is not whether it survives a power cut.
          database.pragma('synchronous = OFF')
          for (const log of [memory, sqlite]) {
            for (const place of [casa, other]) await log.create(place, LogId.parse(`log-${place}`))
          }
          for (const step of steps) {
            const outcome = await take(memory, step)
            expect(await take(sqlite, step)).toEqual(outcome)
            if (isOutcome(outcome)) seen.set(outcome.kind, (seen.get(outcome.kind) ?? 0) + 1)
          }
          const told = await readAll(memory)
          expect(await readAll(sqlite)).toEqual(told)
          for (const { events } of told)
            expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
          const verifying = { ...sample, upcast: currentUpcast }
          expect(verifyMemoryDisk(disk, verifying)).toEqual([])
          file.project()
          expect(verifyFile({ ...verifying, file: file.file }).findings).toEqual([])
        } finally {
          file.remove()
        }
      }),
      { numRuns: 40 },
    )
    for (const kind of ['committed', 'conflict', 'duplicate']) expect(seen.get(kind) ?? 0).toBeGreaterThan(5)
  })

  test('[P-2] however often and in whatever batches commands are sent again, each is in the log once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(...commands), { minLength: 1, maxLength: 4 }), {
          minLength: 5,
          maxLength: 30,
        }),
        async (batches) => {
          const log = openMemoryLog({
            disk: createMemoryDisk(),
            project: () => [],
            random: seededRandom(1),
            upcast: currentUpcast,
          })
          await log.create(casa, LogId.parse('log-1'))
          for (const batch of batches) {
            let waiting = [...batch]
            for (let tries = 0; waiting.length > 0 && tries < 5; tries++) {
              const head = (await log.load(casa))?.head ?? 0
              const said = waiting.map((command) => ({ command, events: [noted('o1', command)] }))
              const outcome = await log.append(casa, batchAfter(head, said), head)
              if (outcome.kind !== 'duplicate') break
              const stored = await Promise.all(
                outcome.commandIds.map(async (id) =>
                  (await log.readAnswer(casa, { commandId: id })) ? id : undefined,
                ),
              )
              waiting = [...new Set(waiting)].filter((command) => !stored.includes(commandId(command)))
            }
          }
          const notes = (await log.readAfter(casa, 0, 1000)).map(
            ({ event }) => event.type === 'order.noted' && event.note,
          )
          expect(notes.length).toBe(new Set(batches.flat()).size)
          expect(new Set(notes).size).toBe(notes.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})
