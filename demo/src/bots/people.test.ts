// What the people of Casa Lola do next, from what stands on their screen. The rules decide for real; only the device is left out.
import { billOf } from '@comanda/shared/domain/bill'
import type { CommandOf } from '@comanda/shared/domain/commands'
import { emptyState } from '@comanda/shared/domain/state'
import { House } from '@comanda/shared/domain/testing/house'
import type { OrderId, StaffId, StationId } from '@comanda/shared/model/ids'
import { expect, test } from 'vitest'
import { casaLola } from '../restaurant/casa-lola.ts'
import { settings } from '../restaurant/settings.ts'
import { takePayments } from './cashier.ts'
import { chanceFrom } from './chance.ts'
import { cookTickets, readAllergies } from './cook.ts'
import { callWaiters } from './expediter.ts'
import { type Evening, planEvening } from './guests.ts'
import { seatParties } from './host.ts'
import { closeDay, giveSections } from './manager.ts'
import { choose, type Habit, type Intention, type Scene } from './scene.ts'
import { fetchDishes, fireNextCourse } from './waiter-floor.ts'
import { tendTables } from './waiter-orders.ts'

const minutes = 60

class Lola extends House {
  readonly evening: Evening

  constructor() {
    super(emptyState(settings))
    this.do('system', 'catalog.publish', { changes: [...casaLola.changes] })
    const plan = { seed: 'test', opensAt: this.now, length: 4 * 3_600_000, parties: 12, speed: 1 }
    this.evening = planEvening(plan)
  }

  scene(me: string, ...stations: string[]): Scene {
    const { state, now, evening } = this
    const chance = chanceFrom(`${me} ${now}`)
    return { state, me: me as StaffId, stations: stations as StationId[], now, speed: 1, evening, chance }
  }

  next(habit: Habit, me: string, ...stations: string[]): Intention | undefined {
    return choose([habit], this.scene(me, ...stations))
  }

  /** Does what this person wants to do; it must be right. */
  act(habit: Habit, me: string, ...stations: string[]): Intention {
    const intention = this.next(habit, me, ...stations)
    if (intention === undefined) throw new Error(`${me} has nothing to do`)
    this.do(me, intention.type, intention.args as CommandOf<typeof intention.type>['args'])
    return intention
  }

  seat(covers: number): OrderId {
    const open = { type: 'dine-in', tableId: 't12', covers } as unknown as CommandOf<'order.open'>['args']['open']
    this.do('ana', 'order.open', { open })
    const [last] = [...this.state.orders.values()].sort((a, b) => b.number - a.number)
    if (last === undefined) throw new Error('nobody sits')
    return last.id
  }
}

/** Whatever the cooks still have to do is done, and on the table. */
function serveAll(house: Lola, orderId: OrderId): void {
  const lineIds = house
    .order(orderId)
    .lines.filter(({ status }) => status === 'fired')
    .map(({ id }) => id)
  if (lineIds.length > 0) house.do('ana', 'lines.serve', { orderId, lineIds })
}

test('a waiter brings the card, takes drinks first, then the food with its courses', () => {
  const house = new Lola()
  const orderId = house.seat(4)
  expect(house.next(tendTables, 'ana')).toBeUndefined()
  house.wait(5 * minutes).act(tendTables, 'ana')
  expect(house.order(orderId).lines.every(({ course }) => course === 0)).toBe(true)
  expect(house.next(tendTables, 'leo')).toBeUndefined()
  house.wait(10 * minutes).act(tendTables, 'ana')
  const food = house.order(orderId).lines.filter(({ course }) => course > 0)
  expect(food.length).toBeGreaterThan(3)
  const held = food.filter(({ status }) => status === 'held')
  serveAll(house, orderId)
  const fires = house.wait(10 * minutes).next(fireNextCourse, 'ana')
  expect(fires?.type).toBe(held.length > 0 ? 'course.fire' : undefined)
})

test('the same person in the same place wants the same thing', () => {
  const house = new Lola()
  house.seat(5)
  house.wait(6 * minutes)
  expect(house.next(tendTables, 'ana')).toEqual(house.next(tendTables, 'ana'))
})

test('what was just refused is not tried again, the next best is', () => {
  const house = new Lola()
  house.wait(3 * 3_600)
  const scene = house.scene('clara')
  const first = choose([seatParties], scene)
  const second = choose([seatParties], scene, (intention) => intention.id === first?.id)
  expect(first?.type).toBe('order.open')
  expect(second?.id).not.toBe(first?.id)
})

test('a cook reads an allergy before anything of the ticket is done, and expo calls when the course is whole', () => {
  const house = new Lola()
  const orderId = house.seat(2)
  house.do('ana', 'allergy.declare', { orderId, allergens: ['nuts'] })
  const line = { itemId: 'olives', quantity: 1, modifiers: [] }
  house.do('ana', 'round.send', { order: { orderId }, lines: [line] } as unknown as CommandOf<'round.send'>['args'])
  house.wait(20)
  expect(house.act(readAllergies, 'irina', 'cold').type).toBe('ticket.acknowledge-allergy')
  expect(house.next(readAllergies, 'irina', 'cold')).toBeUndefined()
  expect(house.act(cookTickets, 'irina', 'cold').type).toBe('ticket.start')
  expect(house.next(cookTickets, 'irina', 'cold')).toBeUndefined()
  expect(house.next(callWaiters, 'omar')).toBeUndefined()
  house.wait(10 * minutes).act(cookTickets, 'irina', 'cold')
  expect(house.order(orderId).lines[0]?.status).toBe('ready')
  house.do('omar', 'ticket.acknowledge-allergy', { ticketId: house.ticket('cold').id, role: 'expo' })
  expect(house.act(callWaiters, 'omar').type).toBe('course.call')
  expect(house.act(fetchDishes, 'ana').type).toBe('pickup.take')
  expect(house.wait(30).act(fetchDishes, 'ana').type).toBe('lines.serve')
})

test('[BILL-1] however a party pays, its parts come to the whole bill and nobody pays twice', () => {
  const ways = new Set<string>()
  for (let party = 0; party < 60; party += 1) {
    const house = new Lola()
    for (let before = 0; before < party; before += 1)
      house.command('order.note', { orderId: 'x' as OrderId, note: null })
    const orderId = house.seat(2 + (party % 5))
    house.wait(5 * minutes).act(tendTables, 'ana')
    house.wait(12 * minutes).act(tendTables, 'ana')
    for (let course = 0; course < 4; course += 1) {
      serveAll(house, orderId)
      if (house.wait(10 * minutes).next(fireNextCourse, 'ana') !== undefined) house.act(fireNextCourse, 'ana')
    }
    house.do('clara', 'bill.ask', { orderId })
    house.do('clara', 'bill.print', { orderId })
    house.wait(45 * minutes)
    for (let paid = 0; paid < 12 && house.next(takePayments, 'clara') !== undefined; paid += 1) {
      const { args } = house.act(takePayments, 'clara')
      if ('part' in args && args.part !== undefined) ways.add(args.part.kind)
    }
    expect(billOf(house.order(orderId), house.state.catalog).balance).toBe(0)
  }
  expect([...ways].sort()).toEqual(['amount', 'equal', 'rest', 'seat'])
})

test('the manager gives every table a waiter, and closes the day when everybody has gone', () => {
  const house = new Lola()
  house.do('system', 'day.roll', {})
  while (house.next(giveSections, 'pablo') !== undefined) house.act(giveSections, 'pablo')
  expect(Object.keys(house.state.sections)).toHaveLength(24)
  const orderId = house.seat(2)
  house.wait(6 * 3_600)
  expect(house.next(closeDay, 'pablo')).toBeUndefined()
  house.do('clara', 'order.close', { orderId })
  expect(house.next(closeDay, 'pablo')?.type).toBe('day.close')
})
