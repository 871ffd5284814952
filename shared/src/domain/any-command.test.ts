// Whatever a device may ask for, in whatever state: it is decided or refused by name, and never throws; what it decides is
// what the schemas say.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeviceCommand, type Numbered, SystemCommand } from './commands.ts'
import { decide } from './decide.ts'
import { errors } from './errors.ts'
import { DomainEvent } from './events.ts'
import { play, steps, tries } from './testing/evening.ts'
import type { House } from './testing/house.ts'
import { sampleOf, variantsOf } from './testing/sample.ts'

const schemas = [...DeviceCommand.options, ...SystemCommand.options]

const idsIn = (house: House): Readonly<Record<string, readonly string[]>> => {
  const orders = [...house.state.orders.values()]
  const orderIds = orders.map((order) => order.id)
  const lineIds = orders.flatMap((order) => order.lines.map((line) => line.id))
  const tickets = [...house.state.tickets.entries()].map(([id]) => id)
  const tables = Object.keys(house.state.catalog.tables)
  const stations = Object.keys(house.state.catalog.stations)
  const people = Object.keys(house.state.catalog.people)
  return {
    orderId: orderIds,
    orderIds,
    into: orderIds,
    from: orderIds,
    lineId: lineIds,
    lineIds,
    ticketId: tickets,
    tableId: tables,
    tableIds: tables,
    stationId: stations,
    to: [...stations, ...people],
    staffId: people,
    itemId: Object.keys(house.state.catalog.items),
    substitutes: Object.keys(house.state.catalog.items),
    substitute: Object.keys(house.state.catalog.items),
    askId: [...house.state.asks.entries()].map(([id]) => id),
    callId: [...house.state.calls.entries()].map(([id]) => id),
    shiftId: [...house.state.cashShifts.entries()].map(([id]) => id),
    roundId: orders.flatMap((order) => order.rounds.map((round) => round.id)),
  }
}

/** The sample with ids that are there in the place of made-up ones. */
const grounded = (
  value: unknown,
  ids: Readonly<Record<string, readonly string[]>>,
  pick: number,
  key = '',
): unknown => {
  if (typeof value === 'string') {
    const known = ids[key] ?? []
    return known.length === 0 ? value : known[pick % known.length]
  }
  if (Array.isArray(value)) return value.map((element, i) => grounded(element, ids, pick + i, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, grounded(inner, ids, pick, name)]))
}

const askers = ['ana', 'carla', 'erik', 'fay', 'mo', 'olga', 'guest', 'system']

test('every command of every kind is decided or refused by a code that the registry knows', () => {
  const decided = new Set<string>()
  fc.assert(
    fc.property(steps(40), fc.nat(500), (history, pick) => {
      const { house } = play(history)
      const ids = idsIn(house)
      for (const schema of schemas) {
        // the day closes with figures that only the server can count
        if (schema.shape.type.value === 'day.close') continue
        for (let variant = 0; variant < variantsOf(schema); variant++) {
          const sample = grounded(sampleOf(schema, { variant }), ids, pick + variant) as { type: string; args: unknown }
          const parsed = schema.safeParse(sample)
          if (!parsed.success) continue
          const command = { ...parsed.data, id: `fuzz${pick}` } as unknown as Numbered
          for (const who of askers) {
            const decision = decide(house.state, command, house.context(who))
            if (!decision.ok) {
              expect(Object.keys(errors), sample.type).toContain(decision.error.code)
              continue
            }
            decided.add(sample.type)
            for (const event of decision.value) expect(DomainEvent.safeParse(event).success, event.type).toBe(true)
          }
        }
      }
    }),
    tries(25),
  )
  expect(decided.size).toBeGreaterThan(schemas.length / 2)
})
