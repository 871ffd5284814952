import { describe, expect, test } from 'vitest'
import type { TableId } from '../model/ids.ts'
import { floorTable } from './floor-table.ts'
import { House } from './testing/house.ts'

const at = (house: House, table: string) => floorTable(house.state, table as TableId, house.now)
const stages = (house: House, table: string) => {
  const { stage, since } = at(house, table)
  return [stage, since === undefined ? undefined : Math.round((house.now - since) / 1000)]
}

describe('[FRT-1] a table on the floor', () => {
  test('goes through its stages, each with its time', () => {
    const house = new House()
    expect(stages(house, 't1')).toEqual(['free', undefined])
    house.do('ana', 'order.open', { open: { type: 'dine-in', tableId: 't1' as TableId } })
    house.wait(30)
    expect(stages(house, 't1')).toEqual(['seated', 30])
    const order = house.send('ana', 't1', 'soup')
    house.wait(60)
    expect(stages(house, 't1')).toEqual(['ordered', 60])
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    house.wait(5)
    expect(stages(house, 't1')).toEqual(['ready', 5])
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'soup').id] })
    house.wait(7)
    expect(stages(house, 't1')).toEqual(['served', 7])
    house.do('ana', 'bill.ask', { orderId: order })
    house.wait(9)
    expect(stages(house, 't1')).toEqual(['bill', 9])
    house.do('fay', 'payment.record', { orderId: order, part: { kind: 'rest' }, method: 'card' })
    house.do('fay', 'order.close', { orderId: order })
    house.wait(11)
    expect(stages(house, 't1')).toEqual(['to-clear', 11])
    house.do('ana', 'table.clear', { tableId: 't1' as TableId })
    expect(stages(house, 't1')).toEqual(['free', undefined])
  })

  test('counts the time of what is cooking from the oldest dish, and eats when only later courses are held', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'steak')
    house.wait(100)
    house.sendTo('ana', order, 'cola')
    expect(stages(house, 't1')).toEqual(['ordered', 100])
    for (const line of [house.line(order, 'soup'), house.line(order, 'cola')]) {
      house.do('ana', 'lines.serve', { orderId: order, lineIds: [line.id] })
    }
    expect(stages(house, 't1')[0]).toBe('served')
  })

  test('wears one badge: call before ready before late before bill', () => {
    const house = new House()
    const badge = () => at(house, 't1').badge?.kind
    const order = house.send('ana', 't1', 'soup', 'salad')
    expect(badge()).toBeUndefined()
    house.do('ana', 'bill.ask', { orderId: order })
    expect(badge()).toBe('bill')
    house.wait(11 * 60)
    expect(badge()).toBe('late')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    expect(badge()).toBe('ready')
    house.do('guest', 'call.raise', { tableId: 't1' as TableId, kind: 'water' })
    expect(at(house, 't1').badge).toEqual({ kind: 'call', since: house.now, call: 'water' })
  })

  test('says who goes, after what nobody goes for', () => {
    const house = new House()
    house.send('ana', 't1', 'soup')
    house.do('guest', 'call.raise', { tableId: 't1' as TableId, kind: 'water' })
    const [water] = [...house.state.calls.values()]
    if (water === undefined) throw new Error('nobody called')
    house.do('boris', 'call.take', { callId: water.id })
    expect(at(house, 't1').badge).toMatchObject({ call: 'water', takenBy: 'boris' })
    house.wait(5)
    house.do('guest', 'call.raise', { tableId: 't1' as TableId, kind: 'waiter' })
    expect(at(house, 't1').badge).toMatchObject({ call: 'waiter' })
    expect(at(house, 't1').badge).not.toHaveProperty('takenBy')
  })

  test('belongs to its party waiter, and while it is free to its section; guests are counted, assumed till touched', () => {
    const house = new House()
    house.do('mo', 'section.assign', { tableIds: ['t2' as TableId], staffId: 'boris' as never })
    expect(at(house, 't2')).toMatchObject({ waiterId: 'boris', covers: 0, orderIds: [] })
    const order = house.send('ana', 't2', 'soup')
    expect(at(house, 't2')).toMatchObject({ waiterId: 'ana', covers: 2, coversAssumed: true, orderIds: [order] })
  })
})
