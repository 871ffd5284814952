import { House } from '@comanda/shared/domain/testing/house'
import type { CommandId, OrderId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import {
  amountTyped,
  type Choice,
  dueOf,
  equalParts,
  type OnItsWay,
  payingView,
  paymentsOnTheirWay,
  seatColumns,
  unreadyLines,
  usualCash,
  usualParts,
} from './paying-view.ts'

const view = (house: House, orderId: OrderId, ways: readonly OnItsWay[] = []) =>
  payingView(house.order(orderId), (house.rooms.get('floor') ?? house.state).catalog, ways)

const choice = (more: Partial<Choice>): Choice => ({ mode: 'whole', lineIds: [], of: 2, entered: 0, ...more })

const way = (part: OnItsWay['part'], amount: number, kind: OnItsWay['kind'] = 'queued'): OnItsWay => ({
  id: 'c' as CommandId,
  part,
  method: 'card',
  amount,
  kind,
})

/** Two seats that share a salad of 8.00; a soup of 6.50 on seat 1, a cola of 3.50 on nobody's. */
const shared = () => {
  const house = new House()
  const orderId = house.send('ana', 't2', { itemId: 'soup' as never, seat: 1 }, 'salad', 'cola')
  house.do('ana', 'line.share', { orderId, lineId: house.line(orderId, 'salad').id, seats: [1, 2] })
  return {
    house,
    orderId,
    due: (more: Partial<Choice>, ways: readonly OnItsWay[] = []) =>
      dueOf(house.order(orderId), view(house, orderId, ways), choice(more))?.amount,
  }
}

describe('[BILL-1] who pays what', () => {
  test('the whole, a seat with its shares, chosen dishes, equal parts to the cent, any amount', () => {
    const { house, orderId, due } = shared()
    expect(due({})).toBe(1800)
    expect([due({ mode: 'seat', seat: 1 }), due({ mode: 'seat', seat: 2 })]).toEqual([1050, 400])
    expect(due({ mode: 'lines', lineIds: [house.line(orderId, 'cola').id] })).toBe(350)
    expect(due({ mode: 'lines' })).toBeUndefined()
    expect(equalParts(house.order(orderId), view(house, orderId), 7).reduce((sum, { amount }) => sum + amount, 0)).toBe(
      1800,
    )
    expect([due({ mode: 'amount', entered: 500 }), due({ mode: 'amount', entered: 5000 })]).toEqual([500, undefined])
  })

  test('seats are columns that together come to the total, what is nobody’s last', () => {
    const { house, orderId } = shared()
    const columns = seatColumns(view(house, orderId))
    expect(columns.map(({ seat, amount }) => [seat, amount])).toEqual([
      [1, 1050],
      [2, 400],
      [null, 350],
    ])
  })

  test('the next open seat and the next open part are meant unless somebody says another', () => {
    const { house, orderId, due } = shared()
    expect(due({ mode: 'seat' })).toBe(1050)
    house.do('ana', 'payment.record', { orderId, part: { kind: 'seat', seat: 1 }, method: 'card' })
    expect(due({ mode: 'seat' })).toBe(400)
    expect(seatColumns(view(house, orderId)).map(({ state }) => state)).toEqual(['paid', 'open', 'open'])
  })
})

describe('[BILL-7] a payment that is on its way', () => {
  test('counts as taken here: its part is not offered again, and the rest waits for it', () => {
    const { due } = shared()
    const first = way({ kind: 'equal', index: 1, of: 2 }, 900)
    expect(due({ mode: 'equal', of: 2 }, [first])).toBe(900)
    expect(due({ mode: 'equal', of: 2 }, [first, way({ kind: 'equal', index: 2, of: 2 }, 900)])).toBeUndefined()
    expect(due({}, [first])).toBeUndefined()
    expect(due({ mode: 'amount', entered: 901 }, [first])).toBeUndefined()
    expect(due({ mode: 'seat', seat: 1 }, [way({ kind: 'seat', seat: 1 }, 1050)])).toBeUndefined()
  })

  test('is one that waits on this tablet or can still be cancelled here; refused ones are cards, not payments', () => {
    const args = { orderId: 'o', part: { kind: 'rest' }, method: 'card', amount: 10 }
    const command = (state: string, more: object = {}) =>
      ({ id: state, type: 'payment.record', state, writtenAt: 0, args, ...more }) as never
    const commands = [
      command('queued'),
      command('refused'),
      command('done'),
      command('sent', { args: { orderId: 'x' } }),
    ]
    const leaving = [{ id: 'l', wish: { type: 'payment.record', args }, says: '', at: 0 }] as never
    const found = paymentsOnTheirWay('o' as OrderId, commands, leaving)
    expect(found.map(({ id, kind, amount }) => [id, kind, amount])).toEqual([
      ['queued', 'queued', 10],
      ['l', 'leaving', 10],
    ])
  })
})

describe('[BILL-1] equal parts', () => {
  test('are as many as somebody began with, else as there are guests', () => {
    const { house, orderId } = shared()
    expect(usualParts(house.order(orderId), [])).toBe(2)
    house.do('ana', 'order.set-covers', { orderId, covers: 6 })
    expect(usualParts(house.order(orderId), [])).toBe(6)
    house.do('ana', 'payment.record', { orderId, part: { kind: 'equal', index: 1, of: 4 }, method: 'card' })
    expect(usualParts(house.order(orderId), [])).toBe(4)
    expect(equalParts(house.order(orderId), view(house, orderId), 4).map(({ state }) => state)).toEqual([
      'paid',
      'open',
      'open',
      'open',
    ])
  })
})

describe('[BILL-3] cash', () => {
  test('offers the exact sum and the next round ones; what is typed is taken to the cent', () => {
    expect(usualCash(3842, 2)).toEqual([3842, 4000, 5000, 10_000])
    expect(usualCash(2000, 2)).toEqual([2000, 5000, 10_000, 20_000])
    expect([amountTyped('12.5', 2), amountTyped('12,50', 2), amountTyped('', 2), amountTyped('7', 0)]).toEqual([
      1250, 1250, 0, 7,
    ])
  })
})

describe('[BILL-5] before it is closed', () => {
  test('what is neither ready nor served is named', () => {
    const { house, orderId } = shared()
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
    expect(unreadyLines(house.order(orderId), view(house, orderId)).map(({ itemId }) => itemId)).toEqual([
      'soup',
      'cola',
    ])
  })
})
