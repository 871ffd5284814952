// What must hold after every event of any evening: lines only step as their table says, tickets and lines agree, tables know
// their orders, and what is due is due under an id of its own.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineId } from '../model/ids.ts'
import type { Line, LineStatus } from '../model/order.ts'
import { evolve } from './evolve.ts'
import { lineTable } from './line-steps.ts'
import type { State } from './state.ts'
import { play, steps, tries } from './testing/evening.ts'
import { smallRestaurant } from './testing/small-restaurant.ts'
import { allSubjects, duesOf } from './timers.ts'

const linesOf = (state: State): Map<LineId, Line> =>
  new Map([...state.orders.values()].flatMap((order) => order.lines.map((line) => [line.id, line] as const)))

/** A dish that needs no ticket is with the guests at once, and may be taken back as if it were held. */
const mayBecome = (line: Line): LineStatus[] => [
  ...Object.values(lineTable[line.status]),
  ...(line.stations.length === 0 ? Object.values(lineTable.held) : []),
]

const illegalSteps = (before: Map<LineId, Line>, after: Map<LineId, Line>): string[] =>
  [...after.values()].flatMap((line) => {
    const old = before.get(line.id)
    if (old === undefined || old.status === line.status) return []
    return mayBecome(old).includes(line.status) ? [] : [`${line.id}: ${old.status} -> ${line.status}`]
  })

const lostLines = (state: State): string[] =>
  [...state.orders.values()]
    .filter((order) => order.walkOut !== true)
    .flatMap((order) =>
      order.lines
        .filter((line) => line.status === 'fired' || line.status === 'started')
        .filter(
          (line) =>
            !line.ticketIds.some((ticketId) => {
              const ticket = state.tickets.get(ticketId)
              return (
                ticket?.status === 'open' &&
                ticket.orderId === order.id &&
                ticket.entries.some((entry) => entry.lineId === line.id)
              )
            }),
        )
        .map((line) => `${line.id} is ${line.status} and on no open ticket`),
    )

const strayEntries = (state: State): string[] =>
  [...state.tickets.values()].flatMap((ticket) => {
    if (ticket.status === 'withdrawn') return []
    const order = state.orders.get(ticket.orderId)
    const strays = ticket.entries.filter(
      (entry) => !order?.lines.some((line) => line.id === entry.lineId && line.ticketIds.includes(ticket.id)),
    )
    const empty = ticket.entries.length === 0 ? [`${ticket.id} is ${ticket.status} without lines`] : []
    const versions =
      ticket.confirmed > ticket.version || ticket.version > state.seq ? [`${ticket.id} has a version from nowhere`] : []
    return [...strays.map((entry) => `${entry.lineId} strays on ${ticket.id}`), ...empty, ...versions]
  })

const strayTables = (state: State): string[] => {
  const seated = [...state.tables.entries()].flatMap(([tableId, use]) =>
    use.orderIds.map((orderId) => ({ tableId, orderId })),
  )
  const wrong = seated.filter(({ tableId, orderId }) => {
    const order = state.orders.get(orderId)
    return order?.status !== 'open' || order.tableId !== tableId
  })
  const homeless = [...state.orders.values()].filter(
    (order) =>
      order.status === 'open' && order.tableId !== undefined && !seated.some(({ orderId }) => orderId === order.id),
  )
  return [
    ...wrong.map(({ tableId, orderId }) => `${orderId} is not at ${tableId}`),
    ...homeless.map(({ id }) => `${id} is at no table`),
  ]
}

const strayPickups = (state: State): string[] =>
  [...state.orders.values()].flatMap((order) =>
    order.pickups.flatMap(({ lineIds }) =>
      lineIds
        .filter((lineId) => order.lines.find((line) => line.id === lineId)?.status !== 'ready')
        .map((lineId) => `${lineId} is called for and not ready in ${order.id}`),
    ),
  )

const twins = (state: State): string[] => {
  const seen = new Set<string>()
  return [...state.orders.values()].flatMap((order) =>
    order.lines.filter((line) => seen.size === seen.add(line.id).size).map((line) => `${line.id} is there twice`),
  )
}

const laws = [lostLines, strayEntries, strayTables, strayPickups, twins]

test('lines, tickets, calls and tables agree after every event', () => {
  fc.assert(
    fc.property(steps(60), fc.boolean(), (history, hasExpo) => {
      const { house } = play(history, undefined, { hasExpo })
      let state = smallRestaurant({ hasExpo })
      for (const recorded of house.log) {
        const before = linesOf(state)
        state = evolve(state, recorded)
        const where = `${recorded.seq} ${recorded.event.type}`
        expect(illegalSteps(before, linesOf(state)), where).toEqual([])
        expect(
          laws.flatMap((law) => law(state)),
          where,
        ).toEqual([])
      }
    }),
    tries(80),
  )
})

test('what is due has an id of its own', () => {
  fc.assert(
    fc.property(steps(50), (history) => {
      const { house } = play(history)
      const dues = allSubjects(house.state).flatMap((subject) => duesOf(house.state, subject))
      const ids = dues.map(({ command }) => command.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,48}$/)
    }),
    tries(60),
  )
})
