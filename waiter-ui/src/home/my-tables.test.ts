import { House } from '@comanda/shared/domain/testing/house'
import type { StaffId, TableId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import type { DraftedParty, MyTable } from './my-table.ts'
import { myTables } from './my-tables.ts'

const rows = (house: House, drafts: readonly DraftedParty[] = [], me = 'ana'): MyTable[] =>
  myTables({ state: house.rooms.get('floor') ?? house.state, me: me as StaffId, now: house.now, drafts })

const needs = (all: readonly MyTable[]) =>
  all.map(({ key, need, staged }) => [key, need?.kind === 'badge' ? need.badge.kind : (need?.kind ?? staged.stage)])

describe('[FRT-1] my tables, the one most in need first', () => {
  test('a call before ready dishes before late ones before a bill, whichever came first', () => {
    const house = new House()
    const billed = house.send('ana', 't1', 'bread')
    house.do('ana', 'bill.ask', { orderId: billed })
    house.send('ana', 't2', 'cola')
    house.wait(6 * 60)
    house.send('ana', 't3', 'salad')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
    house.send('ana', 't4', 'salad')
    house.do('guest', 'call.raise', { tableId: 't4' as TableId, kind: 'waiter' })
    expect(needs(rows(house))).toEqual([
      ['t4', 'call'],
      ['t3', 'ready'],
      ['t2', 'late'],
      ['t1', 'bill'],
    ])
    expect(rows(house).find(({ key }) => key === 't2')?.late?.en).toBe('cola')
    expect(rows(house).find(({ key }) => key === 't3')?.readyCourses).toEqual([1])
  })

  test('what somebody already goes for comes after what nobody goes for', () => {
    const house = new House()
    house.send('ana', 't1', 'bread')
    house.do('guest', 'call.raise', { tableId: 't1' as TableId, kind: 'water' })
    const billed = house.send('ana', 't2', 'bread')
    house.do('ana', 'bill.ask', { orderId: billed })
    expect(needs(rows(house))[0]).toEqual(['t1', 'call'])
    const [call] = [...house.state.calls.values()]
    if (call === undefined) throw new Error('nobody called')
    house.do('boris', 'call.take', { callId: call.id })
    expect(needs(rows(house))).toEqual([
      ['t2', 'bill'],
      ['t1', 'call'],
    ])
  })

  test('mine are those I serve, those of my section, and a table that I served and that is to be cleared', () => {
    const house = new House()
    house.do('mo', 'section.assign', { tableIds: ['t3' as TableId, 't2' as TableId], staffId: 'ana' as StaffId })
    house.send('boris', 't1', 'soup')
    house.do('boris', 'order.open', { open: { type: 'dine-in', tableId: 't2' as TableId } })
    const order = house.send('ana', 't4', 'bread')
    house.do('fay', 'payment.record', { orderId: order, part: { kind: 'rest' }, method: 'cash' })
    house.do('fay', 'order.close', { orderId: order })
    expect(needs(rows(house))).toEqual([
      ['t4', 'to-clear'],
      ['t3', 'free'],
    ])
    expect(needs(rows(house, [], 'boris')).map(([key]) => key)).toEqual(['t1', 't2'])
  })

  test('a party that sits for five minutes with nothing, and one that has eaten for twenty, wants a look', () => {
    const house = new House()
    house.do('ana', 'order.open', { open: { type: 'dine-in', tableId: 't1' as TableId } })
    house.send('ana', 't2', 'bread')
    expect(needs(rows(house)).map(([, need]) => need)).toEqual(['seated', 'served'])
    house.wait(5 * 60)
    expect(needs(rows(house))).toEqual([
      ['t1', 'long-wait'],
      ['t2', 'served'],
    ])
    house.wait(15 * 60)
    expect(needs(rows(house)).map(([, need]) => need)).toEqual(['long-wait', 'long-wait'])
  })

  test('a tab without a table is a row of its own', () => {
    const house = new House()
    house.do('ana', 'order.open', { open: { type: 'bar-tab', name: 'Kim' } })
    const [row] = rows(house)
    expect(row).toMatchObject({ staged: { stage: 'seated' } })
    expect(row).not.toHaveProperty('tableId')
    expect(rows(house, [], 'boris')).toEqual([])
  })
})

describe('[ORD-2] a draft that was left', () => {
  test('marks its table after two minutes, whoever serves it', () => {
    const house = new House()
    house.send('boris', 't1', 'bread')
    const drafts = [{ tableId: 't1' as TableId, dishes: 3, since: house.now }]
    expect(needs(rows(house, drafts))).toEqual([['t1', 'served']])
    house.wait(120)
    expect(rows(house, drafts)[0]?.need).toMatchObject({ kind: 'draft', dishes: 3 })
  })
})

describe('[ORD-6] a held course', () => {
  test('that reminded its waiter is a need until it fires', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'soup', 'steak')
    expect(rows(house)[0]?.heldCourses).toEqual([2])
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'soup').id] })
    house.wait(600)
    house.do('system', 'course.remind', { orderId: order, course: 2 })
    expect(rows(house)[0]?.need).toMatchObject({ kind: 'held', course: 2 })
    house.do('ana', 'course.fire', { orderId: order, course: 2 })
    expect(rows(house)[0]?.need).toBeUndefined()
  })
})
