import { DeviceCommand } from '@comanda/shared/domain/commands'
import { House } from '@comanda/shared/domain/testing/house'
import { describe, expect, test } from 'vitest'
import { atTable, written } from '../testing/written.ts'
import { composeRound, mustChoose, orderOf } from './compose-round.ts'
import { declareAllergy, setCovers, setOrderNote } from './draft-edit.ts'

describe('[ORD-1] a draft is sent by one command', () => {
  test('at a free table it opens the order, with the guests that were counted', () => {
    const house = new House()
    const draft = setCovers(written(atTable('t1'), house.now, 'cola', 'soup'), 3, house.now)
    const args = composeRound(house.state, draft)
    expect(args.order).toEqual({ open: { type: 'dine-in', tableId: 't1', covers: 3 } })
    expect(args.lines.map(({ itemId, quantity }) => [itemId, quantity])).toEqual([
      ['cola', 1],
      ['soup', 1],
    ])
    house.do('ana', 'round.send', args)
    expect(house.state.tables.get('t1' as never)?.orderIds).toHaveLength(1)
  })

  test('what it composes is what the protocol reads', () => {
    const house = new House()
    const noted = setOrderNote(written(atTable('t1'), house.now, 'steak'), 'birthday', house.now)
    const draft = declareAllergy(noted, { seat: 1, allergens: ['nuts'], text: 'severe' }, house.now)
    const args = composeRound(house.state, { ...draft, recordOnly: true })
    expect(DeviceCommand.parse({ type: 'round.send', args }).args).toEqual(args)
    expect(args).toMatchObject({ note: 'birthday', recordOnly: true, allergies: [{ seat: 1, allergens: ['nuts'] }] })
  })

  test('where an order runs it goes to that one', () => {
    const house = new House()
    const orderId = house.send('boris', 't1', 'soup')
    expect(composeRound(house.state, written(atTable('t1'), house.now, 'cola')).order).toEqual({ orderId })
  })
})

describe('[ORD-8] two people, one table', () => {
  test('a table with several orders asks which one is meant', () => {
    const house = new House()
    house.send('ana', 't1', 'soup')
    house.do('ana', 'round.send', {
      order: { open: { type: 'dine-in', tableId: 't1' as never, apart: true } },
      lines: [{ itemId: 'cola' as never, quantity: 1, modifiers: [] }],
    })
    expect(mustChoose(house.state, atTable('t1'))).toBe(true)
    expect(orderOf(house.state, atTable('t1'))).toBeUndefined()
    expect(mustChoose(house.state, atTable('t2'))).toBe(false)
  })

  test('an order that was joined with another is found under its old name', () => {
    const house = new House()
    const first = house.send('ana', 't1', 'soup')
    const second = house.send('boris', 't2', 'cola')
    house.do('ana', 'order.merge', { orderId: second, into: first })
    const draft = written({ kind: 'order', orderId: second }, house.now, 'beer')
    expect(composeRound(house.state, draft).order).toEqual({ orderId: first })
  })
})

test('[ORD-15] a takeaway is opened with its name and its promise', () => {
  const house = new House()
  const opening = { type: 'takeaway' as const, name: 'Kim', promisedAt: house.now + 3_600_000 }
  const { order } = composeRound(house.state, written({ kind: 'new', opening }, house.now, 'soup'))
  expect(order).toEqual({ open: opening })
})
