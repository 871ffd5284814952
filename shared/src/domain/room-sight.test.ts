// No room sees what it may not: read off everything that a random evening ever showed it, state and events alike.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TableId } from '../model/ids.ts'
import { narrow } from './narrow.ts'
import { narrowState } from './narrow-state.ts'
import { type ReplicaRoom, replicaRooms } from './rooms.ts'
import { stateToJson } from './state-json.ts'
import { play, rollTheDay, steps, tries } from './testing/evening.ts'
import { House } from './testing/house.ts'
import { boardView, guestView } from './views.ts'

/** Every key that stands in a value, at any depth. */
const keysIn = (value: unknown, into: Set<string> = new Set()): Set<string> => {
  if (Array.isArray(value)) for (const element of value) keysIn(element, into)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined) continue
      into.add(key)
      keysIn(inner, into)
    }
  return into
}

const shown = (house: House, room: ReplicaRoom): unknown => [
  JSON.parse(stateToJson(narrowState(house.state, room))),
  JSON.parse(stateToJson(house.rooms.get(room) ?? house.state)),
  house.log.map((recorded) => JSON.parse(JSON.stringify(narrow(recorded, room)))),
]

const money = [
  'unitPrice',
  'price',
  'amount',
  'perKilogram',
  'scheduled',
  'adjustments',
  'adjusted',
  'adjustment',
  'payments',
  'payment',
  'tip',
  'tendered',
  'service',
  'closing',
  'billPrints',
  'total',
  'cash',
  'float',
  'gross',
  'net',
  'shares',
  'refunds',
  'paymentIds',
  'perpetual',
  'figures',
  'worth',
  'pieceWorth',
]
const costs = ['cost']
const drawer = [
  'cash',
  'cashShiftId',
  'float',
  'counted',
  'countedTotal',
  'takings',
  'figures',
  'perpetual',
  'owed',
  'cashHeld',
]

const hidden: Readonly<Record<ReplicaRoom, readonly string[]>> = {
  kitchen: [...money, ...costs, ...drawer],
  floor: [...costs, ...drawer],
  front: costs,
  office: [],
}

test('the kitchen sees no money, only the office costs, below the front nobody the drawer', () => {
  const seen = new Map<ReplicaRoom, Set<string>>(replicaRooms.map((room) => [room, new Set()]))
  fc.assert(
    fc.property(steps(60), (history) => {
      const { house } = play(history)
      rollTheDay(house)
      for (const room of replicaRooms) {
        const keys = keysIn(shown(house, room))
        for (const key of keys) seen.get(room)?.add(key)
        expect(
          hidden[room].filter((key) => keys.has(key)),
          room,
        ).toEqual([])
      }
    }),
    tries(260),
  )
  // where they may be seen they were there to be hidden
  expect(costs.every((key) => seen.get('office')?.has(key))).toBe(true)
  expect(['float', 'takings'].every((key) => seen.get('front')?.has(key))).toBe(true)
  for (const key of ['unitPrice', 'price', 'amount', 'adjustments', 'payment', 'service', 'adjusted'])
    expect(seen.get('floor')?.has(key), key).toBe(true)
})

test('nothing like a PIN or a password is anywhere', () => {
  const house = new House()
  house.send('ana', 't1', 'soup')
  for (const room of replicaRooms)
    for (const key of keysIn(shown(house, room))) expect(key).not.toMatch(/^pin$|pinHash|secret|password|token|hash$/i)
})

test('a guest sees the own table alone, a board no names', () => {
  const house = new House()
  const own = house.send('ana', 't1', 'soup')
  const other = house.send('boris', 't2', 'steak')
  house.do('ana', 'order.note', { orderId: own, note: 'birthday' })
  house.do('guest', 'call.raise', { tableId: 't1' as TableId, kind: 'waiter' })
  house.do('guest', 'call.raise', { tableId: 't2' as TableId, kind: 'bill' })
  const before = JSON.stringify(guestView(house.state, 't1' as TableId))
  expect(before).toContain('"kind":"waiter"')
  for (const secret of ['"bill"', 'boris', 'steak', 'birthday', own, other, 'ana'])
    expect(before, secret).not.toContain(secret)
  house.do('boris', 'order.note', { orderId: other, note: 'hurry' })
  house.sendTo('boris', other, 'cola')
  expect(JSON.stringify(guestView(house.state, 't1' as TableId))).toBe(before)
  expect(keysIn(boardView(house.state, house.now))).toEqual(new Set(['preparing', 'ready']))
})
