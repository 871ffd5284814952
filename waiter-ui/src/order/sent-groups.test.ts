import { House } from '@comanda/shared/domain/testing/house'
import type { CommandId, DeviceId, OrderId, TableId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { sentGroups, takeBackUntil, waitingIds } from './sent-groups.ts'

const floor = (house: House) => house.rooms.get('floor') ?? house.state
const groups = (house: House, orderId: OrderId, waiting: readonly string[] = []) =>
  sentGroups({ state: floor(house), order: house.order(orderId), waiting: new Set(waiting as CommandId[]) })
const places = (house: House, orderId: OrderId, waiting: readonly string[] = []) =>
  groups(house, orderId, waiting).map(({ course, status, lines }) => [
    course,
    status,
    ...lines.map(({ line, place }) => `${line.itemId} ${place}`),
  ])

describe('[ORD-17] where each sent line is', () => {
  test('drinks first, then the courses; each line on its way from this tablet to the guests', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'steak', 'soup', 'cola')
    const [cola, soup] = [house.line(order, 'cola'), house.line(order, 'soup')]
    const command = cola.id.split('.')[0] ?? ''
    expect(places(house, order, [command])).toEqual([
      [0, 'fired', 'cola queued'],
      [1, 'fired', 'soup queued'],
      [2, 'held', 'steak queued'],
    ])
    expect(places(house, order)).toEqual([
      [0, 'fired', 'cola on-server'],
      [1, 'fired', 'soup on-server'],
      [2, 'held', 'steak held'],
    ])
    const ticket = house.ticket('grill')
    house.do('system', 'tickets.confirm', {
      deviceId: 'k' as DeviceId,
      tickets: [{ ticketId: ticket.id, version: ticket.version }],
    })
    expect(places(house, order)[1]).toEqual([1, 'fired', 'soup on-screen'])
    house.do('carla', 'ticket.start', { ticketId: ticket.id })
    expect(places(house, order)[1]).toEqual([1, 'fired', 'soup started'])
    house.do('carla', 'ticket.bump', { ticketId: ticket.id })
    expect(places(house, order)[1]).toEqual([1, 'fired', 'soup ready'])
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [soup.id] })
    expect(places(house, order)[1]).toEqual([1, 'fired', 'soup served'])
  })

  test('commands without an answer are those that this device still holds or has on the wire', () => {
    const command = (id: string, state: string) => ({ id, state, type: 'round.send', args: {}, writtenAt: 0 }) as never
    const commands = ['saving', 'queued', 'sent', 'done', 'refused', 'missing'].map((state) => command(state, state))
    expect([...waitingIds(commands)]).toEqual(['saving', 'queued', 'sent'])
  })
})

describe('[ORD-13] a void', () => {
  test('stays in sight and says whether the kitchen has given its verdict', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup')
    house.do('ana', 'line.void', { orderId: order, lineId: house.line(order, 'soup').id, reason: 'wrong-dish' })
    const line = () => groups(house, order)[0]?.lines[0]
    expect(line()).toMatchObject({ place: 'voided', awaitsVerdict: true })
    house.do('carla', 'void.judge', { orderId: order, lineId: house.line(order, 'soup').id, verdict: 'made' })
    expect(line()).toMatchObject({ place: 'voided', awaitsVerdict: false, line: { voided: { verdict: 'made' } } })
  })
})

describe('[ORD-12] a line that moved', () => {
  test('says which table it came from', () => {
    const house = new House()
    const from = house.send('ana', 't1', 'soup', 'salad')
    const to = house.send('ana', 't2', 'cola')
    const lines = [{ lineId: house.line(from, 'soup').id }]
    house.do('ana', 'lines.move', { orderId: from, lines, to: { tableId: 't2' as TableId } })
    expect(groups(house, to)[1]?.lines[0]).toMatchObject({ cameFrom: '1', line: { itemId: 'soup' } })
    expect(groups(house, from)[0]?.lines[0]).not.toHaveProperty('cameFrom')
  })

  test('of a party that joined another says its old seat beside the new one', () => {
    const house = new House()
    const from = house.send('ana', 't1', { itemId: 'soup' as never, seat: 1 })
    const into = house.send('ana', 't2', { itemId: 'salad' as never, seat: 1 })
    house.do('ana', 'order.merge', { orderId: from, into })
    const lines = groups(house, into).flatMap((group) => group.lines)
    const soup = lines.find(({ line }) => line.itemId === 'soup')
    expect(soup).toMatchObject({ cameFrom: '1', seatBefore: 1, line: { seat: 3 } })
    expect(lines.find(({ line }) => line.itemId === 'salad')).not.toHaveProperty('seatBefore')
  })
})

describe('[ORD-14] a course', () => {
  test('can be fired while some of it is held, and held while some of it has not begun', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'steak')
    const can = () => groups(house, order).map(({ firable, holdable, rush }) => [firable, holdable, rush])
    expect(can()).toEqual([
      [false, true, false],
      [true, false, false],
    ])
    house.do('ana', 'course.fire', { orderId: order, course: 2 })
    house.do('ana', 'order.rush', { orderId: order, course: 2, on: true })
    expect(can()).toEqual([
      [false, true, false],
      [false, true, true],
    ])
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    expect(can()[1]).toEqual([false, false, true])
  })
})

describe('[ORD-21] taking back', () => {
  test('is there for sixty seconds, and only while nobody cooks it', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'salad', 'bread')
    const until = (item: string) => takeBackUntil(floor(house), house.line(order, item), house.now)
    const sent = house.now
    expect([until('soup'), until('bread')]).toEqual([sent + 60_000, sent + 60_000])
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    expect([until('soup'), until('salad')]).toEqual([undefined, sent + 60_000])
    house.wait(61)
    expect(until('salad')).toBeUndefined()
  })
})
