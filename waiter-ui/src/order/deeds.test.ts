import type { Wish } from '@comanda/app-shell/wish'
import { decide } from '@comanda/shared/domain/decide'
import { draft, House } from '@comanda/shared/domain/testing/house'
import type { DeviceId, OrderId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import { toasts } from '@comanda/ui-kit/toasts'
import { describe, expect, test } from 'vitest'
import type { Scene } from '../asking/deed.ts'
import { would } from '../asking/would.ts'
import { texts } from '../texts/texts.ts'
import { calmCourse, fireCourse, headDeed, holdCourse, rushCourse, serveCourse } from './course-deeds.ts'
import { changeArgs, changeLine, moveLines, recourse, sendBack, splitOff, takeBack, voidLine } from './line-deeds.ts'
import { askBill, handOver, mergeOrder, moveOrder, promiseOrder, unmergeOrder } from './order-deeds.ts'
import { type SentGroup, sentGroups } from './sent-groups.ts'

/** A desk before the real rules; what is given comes to pass in the house, as Ana's. */
const sceneOf = (house: House): Scene & { soon: string[] } => {
  const soon: string[] = []
  const state = () => house.rooms.get('floor') ?? house.state
  const may = (wish: Wish) => {
    const answer = would(
      {
        decide,
        state: state(),
        now: house.now,
        staffId: 'ana' as StaffId,
        roles: ['waiter'],
        deviceId: 'd' as DeviceId,
      },
      wish,
    )
    return answer.kind === 'no' ? answer.code : true
  }
  const ask = (wish: Wish) => void house.do('ana', wish.type, wish.args as never)
  const askSoon = (wish: Wish, says: string) => {
    soon.push(says)
    ask(wish)
  }
  return { soon, texts: texts.en, pick: ({ en }) => en, desk: { may, ask, askSoon } }
}

const group = (house: House, orderId: OrderId, course: number): SentGroup => {
  const found = sentGroups({ state: house.state, order: house.order(orderId), waiting: new Set() })
  const one = found.find((sent) => sent.course === course)
  if (one === undefined) throw new Error(`no course ${course}`)
  return one
}

describe('[ORD-14] a course', () => {
  test('is fired, held and rushed, each said while it can be cancelled', () => {
    const house = new House()
    const scene = sceneOf(house)
    const orderId = house.send('ana', 't1', 'soup', 'steak')
    const input = () => ({ order: house.order(orderId), group: group(house, orderId, 2) })
    expect(headDeed(input().group)).toBe('fire')
    expect(fireCourse.label(scene, input())).toBe('Fire C2')
    expect(rushCourse.enabled(scene, input())).not.toBe(true)
    fireCourse.run(scene, input())
    expect(house.line(orderId, 'steak').status).toBe('fired')
    expect(fireCourse.enabled(scene, input())).not.toBe(true)
    rushCourse.run(scene, input())
    expect(house.ticket('grill').rush).toBe(true)
    calmCourse.run(scene, input())
    expect(house.ticket('grill').rush).toBe(false)
    holdCourse.run(scene, input())
    expect(house.line(orderId, 'steak').status).toBe('held')
    expect(scene.soon).toEqual(['Firing C2', 'Rushing C2', 'Holding C2'])
  })

  test('that is ready is served in one', () => {
    const house = new House()
    const scene = sceneOf(house)
    const orderId = house.send('ana', 't1', 'soup', 'salad')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
    const input = { order: house.order(orderId), group: group(house, orderId, 1) }
    expect([headDeed(input.group), serveCourse.label(scene, input)]).toEqual(['serve', 'Served 2'])
    serveCourse.run(scene, input)
    expect(house.order(orderId).lines.map(({ status }) => status)).toEqual(['served', 'served'])
  })
})

describe('[ORD-11] a change after Send', () => {
  test('asks only for what differs', () => {
    const house = new House()
    const orderId = house.send('ana', 't1', { itemId: 'soup' as never, note: 'hot', seat: 2 })
    const input = { order: house.order(orderId), line: house.line(orderId, 'soup') }
    const same = { quantity: 1, note: 'hot ', seat: 2, modifiers: [] }
    expect(changeArgs(input, same)).toBeUndefined()
    expect(changeLine.enabled(sceneOf(house), { ...input, change: same })).toBe('Nothing to do here.')
    const {
      orderId: _order,
      lineId: _line,
      ...changed
    } = changeArgs(input, { quantity: 2, note: ' ', seat: undefined }) ?? {}
    expect(changed).toEqual({ quantity: 2, note: null, seat: null })
  })
})

describe('[ORD-13] [ORD-19] [ORD-21] what is taken off a line', () => {
  test('goes by where the line is', () => {
    const house = new House()
    const scene = sceneOf(house)
    const orderId = house.send('ana', 't1', 'soup')
    const input = () => ({ order: house.order(orderId), line: house.line(orderId, 'soup'), reason: 'wrong-dish' })
    const can = () => [takeBack, voidLine, sendBack].map((one) => one.enabled(scene, input()) === true)
    expect(can()).toEqual([true, true, false])
    house.wait(61)
    expect(can()).toEqual([false, true, false])
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    expect(can()).toEqual([false, true, true])
  })
})

describe('[ORD-12] lines, orders and people change places', () => {
  test('three lines to another course are one command; some are split off', () => {
    const house = new House()
    const scene = sceneOf(house)
    const orderId = house.send('ana', 't1', 'soup', 'salad', 'steak', 'cake')
    const order = house.order(orderId)
    recourse.run(scene, { order, lines: order.lines.slice(0, 3), course: 3 })
    expect(house.order(orderId).lines.map(({ course }) => course)).toEqual([3, 3, 3, 3])
    expect(splitOff.enabled(scene, { order, lines: order.lines })).toBe('same-order')
    splitOff.run(scene, { order, lines: order.lines.slice(0, 1) })
    expect(house.state.tables.get('t1' as TableId)?.orderIds).toHaveLength(2)
  })

  test('dishes go to any table in one action: to those who sit there, or as the first of a new order', () => {
    const house = new House()
    const scene = sceneOf(house)
    const [from, there] = [house.send('ana', 't1', 'soup', 'salad', 'cola'), house.send('ana', 't2', 'cake')]
    const order = house.order(from)
    moveLines.run(scene, { order, lines: order.lines.slice(0, 1), to: { orderId: there } })
    expect(house.order(there).lines.map(({ itemId }) => itemId)).toEqual(['cake', 'soup'])
    moveLines.run(scene, { order, lines: order.lines.slice(1, 2), to: { tableId: 't3' as TableId } })
    expect(house.state.tables.get('t3' as TableId)?.orderIds).toHaveLength(1)
    expect(house.order(from).lines.map(({ itemId }) => itemId)).toEqual(['cola'])
  })

  test('a table with guests asks whether to join; a merge is taken apart again', () => {
    const house = new House()
    const scene = sceneOf(house)
    const [one, other] = [house.send('ana', 't1', 'soup'), house.send('ana', 't2', 'cola')]
    const move = { order: house.order(one), tableId: 't2' as TableId }
    expect(moveOrder.enabled(scene, move)).toBe('table-occupied')
    expect(moveOrder.enabled(scene, { ...move, joining: 'apart' })).toBe(true)
    mergeOrder.run(scene, { order: house.order(one), into: other })
    expect(house.order(other).lines).toHaveLength(2)
    unmergeOrder.run(scene, { order: house.order(other), from: one, table: '1' })
    expect([house.order(one).lines.length, house.order(other).lines.length]).toEqual([1, 1])
  })

  test('all of them are handed over in one', () => {
    const house = new House()
    const scene = sceneOf(house)
    const orders = [house.send('ana', 't1', 'soup'), house.send('ana', 't2', 'cola')].map((id) => house.order(id))
    const to = { to: 'boris' as StaffId, name: 'Boris' }
    expect(handOver.enabled(scene, { orders: [], ...to })).not.toBe(true)
    handOver.run(scene, { orders, ...to })
    expect(orders.map(({ id }) => house.order(id).waiterId)).toEqual(['boris', 'boris'])
  })
})

describe('[ORD-12] a hand-over', () => {
  test('is said once the server has done it, and never when it refused', () => {
    const house = new House()
    const scene = sceneOf(house)
    const given: ((outcome: Outcome) => void)[] = []
    const ask: Scene['desk']['ask'] = (_wish, { settled } = {}) => void (settled && given.push(settled))
    const input = { orders: [house.order(house.send('ana', 't1', 'soup'))], to: 'boris' as StaffId, name: 'Boris' }
    const said = () => toasts.value.map(({ text }) => text)
    handOver.run({ ...scene, desk: { ...scene.desk, ask } }, input)
    expect(said()).toEqual([])
    given[0]?.({ kind: 'refused', code: 'order-not-open' })
    expect(said()).toEqual([])
    given[0]?.({ kind: 'done', seq: 1 })
    expect(said()).toEqual(['Boris takes over'])
  })
})

describe('[ORD-12] some of a line', () => {
  test('goes to another table or to an order of its own, and the rest stays', () => {
    const house = new House()
    const scene = sceneOf(house)
    const orderId = house.send('ana', 't1', { itemId: 'cola' as never, quantity: 3 })
    const input = () => ({ order: house.order(orderId), lines: [house.line(orderId, 'cola')] })
    moveLines.run(scene, { ...input(), quantity: 1, to: { tableId: 't2' as TableId } })
    expect(house.line(orderId, 'cola').quantity).toBe(2)
    splitOff.run(scene, { ...input(), quantity: 1 })
    expect(house.line(orderId, 'cola').quantity).toBe(1)
    const there = [...house.state.orders.values()].filter(({ id }) => id !== orderId)
    expect(there.map(({ tableId, lines }) => `${tableId} ${lines[0]?.quantity}`).sort()).toEqual(['t1 1', 't2 1'])
  })
})

describe('[ORD-15] a promised time', () => {
  test('of a takeaway is changed after Send, and as soon as possible fires it; guests at a table are promised none', () => {
    const house = new House()
    const scene = sceneOf(house)
    const open = { type: 'takeaway' as const, name: 'Kim', promisedAt: house.now + 3_600_000 }
    house.do('ana', 'round.send', { order: { open }, lines: [draft('soup')] })
    const orderId = [...house.state.orders.values()][0]?.id as OrderId
    expect(house.line(orderId, 'soup').status).toBe('held')
    const input = () => ({ order: house.order(orderId) })
    promiseOrder.run(scene, { ...input(), promisedAt: house.now + 7_200_000 })
    expect(house.order(orderId).promisedAt).toBe(house.now + 7_200_000)
    promiseOrder.run(scene, { ...input(), promisedAt: null })
    expect(house.line(orderId, 'soup').status).toBe('fired')
    const seated = { order: house.order(house.send('ana', 't1', 'soup')), promisedAt: null }
    expect(promiseOrder.enabled(scene, seated)).not.toBe(true)
  })
})

describe('[FRT-2] a bill', () => {
  test('is asked for once', () => {
    const house = new House()
    const scene = sceneOf(house)
    const orderId = house.send('ana', 't1', 'bread')
    askBill.run(scene, { order: house.order(orderId) })
    expect(house.order(orderId).billAsked).toBe(true)
    expect(askBill.enabled(scene, { order: house.order(orderId) })).not.toBe(true)
  })
})
