import { House } from '@comanda/shared/domain/testing/house'
import { smallRestaurant } from '@comanda/shared/domain/testing/small-restaurant'
import { describe, expect, test } from 'vitest'
import { atTable, written } from '../testing/written.ts'
import type { Draft } from './draft.ts'
import { declareAllergy } from './draft-edit.ts'
import { draftSlip } from './draft-slip.ts'

const slipOf = (house: House, draft: Draft) => draftSlip(house.state, draft, house.context('ana'))
const fates = (house: House, draft: Draft) => slipOf(house, draft).rows.map(({ fate }) => fate)

describe('[ORD-6] what fires at Send and what holds is known before', () => {
  test('drinks and the lowest course fire, later ones hold, bread needs no ticket', () => {
    const house = new House()
    const draft = written(atTable('t1'), house.now, 'cola', 'soup', 'steak', 'cake', 'bread')
    const slip = slipOf(house, draft)
    expect(slip.rows.map(({ fate }) => fate)).toEqual(['fires', 'fires', 'holds', 'holds', 'no-ticket'])
    expect([slip.firing, slip.holding, slip.held, slip.taken]).toEqual([[1], [2, 3], 2, 5])
    expect(slip.fires).toEqual([
      { stationId: 'bar', dishes: 1 },
      { stationId: 'grill', dishes: 1 },
    ])
  })

  test('it is what the server then does', () => {
    const house = new House()
    const draft = written(atTable('t1'), house.now, 'cola', 'soup', 'steak')
    const said = fates(house, draft).map((fate) => (fate === 'fires' ? 'fired' : 'held'))
    const orderId = house.send('ana', 't1', 'cola', 'soup', 'steak')
    expect(house.order(orderId).lines.map(({ status }) => status)).toEqual(said)
  })

  test('a line for a course that has fired fires at once; a chosen course counts', () => {
    const house = new House()
    house.send('ana', 't1', 'soup')
    expect(fates(house, written(atTable('t1'), house.now, 'salad', 'steak'))).toEqual(['fires', 'holds'])
    expect(fates(house, written(atTable('t1'), house.now, { itemId: 'steak' as never, course: 1 }))).toEqual(['fires'])
  })
})

describe('[ORD-9] a dish that no station makes is named before it is sent', () => {
  test('its row has the problem, the others go', () => {
    const house = new House()
    const slip = slipOf(house, written(atTable('t1'), house.now, 'cola', 'waffle'))
    expect(slip.rows[1]).toMatchObject({ fate: 'not-taken', problem: { code: 'no-live-station' } })
    expect(slip.taken).toBe(1)
  })

  test('so does a choice that is missing and a price that nobody entered', () => {
    const house = new House()
    const draft = written(atTable('t1'), house.now, { itemId: 'steak' as never, modifiers: [] }, 'special', 'ham')
    expect(slipOf(house, draft).rows.map(({ problem }) => problem?.code)).toEqual([
      'modifier-choice',
      'price-missing',
      'weight-missing',
    ])
  })
})

describe('[ORD-10] 86 while drafting', () => {
  test('a dish that ran out is marked in the draft and left out of what Send counts', () => {
    const house = new House()
    const draft = written(atTable('t1'), house.now, 'soup', 'cola')
    house.do('carla', 'item.sold-out', { itemId: 'soup' as never, soldOut: true })
    const slip = slipOf(house, draft)
    expect(slip.rows.map(({ lacking }) => lacking)).toEqual(['sold-out', undefined])
    expect([slip.taken, slip.total]).toEqual([1, 350])
  })

  test('rows of one dish share what is left', () => {
    const house = new House()
    house.do('carla', 'item.count', { itemId: 'soup' as never, left: 2 })
    const draft = written(atTable('t1'), house.now, 'soup', { itemId: 'soup' as never, seat: 1, quantity: 2 })
    expect(slipOf(house, draft).rows.map(({ lacking }) => lacking)).toEqual([undefined, 'count-too-low'])
  })

  test('what was eaten already is not refused for having run out', () => {
    const house = new House()
    house.do('carla', 'item.sold-out', { itemId: 'soup' as never, soldOut: true })
    const draft = { ...written(atTable('t1'), house.now, 'soup'), recordOnly: true }
    expect(slipOf(house, draft).rows[0]).toMatchObject({ lacking: undefined, fate: 'no-ticket' })
  })
})

describe('[ORD-5] allergies in the draft', () => {
  test('declared ones mark the rows of their seat, chosen modifiers count, unrecorded dishes say so', () => {
    const house = new House()
    const cheesy = { groupId: 'extras', modifierId: 'cheese' }
    const draft = declareAllergy(
      written(
        atTable('t1'),
        house.now,
        { itemId: 'burger' as never, seat: 2, modifiers: [cheesy as never] },
        { itemId: 'burger' as never, seat: 1, modifiers: [cheesy as never] },
        'trout',
      ),
      { seat: 2, allergens: ['milk'] },
      house.now,
    )
    expect(slipOf(house, draft).rows.map(({ mark }) => mark.kind)).toEqual(['contains', 'clear', 'not-recorded'])
  })

  test('those of the running order count too', () => {
    const house = new House()
    const orderId = house.send('ana', 't1', 'cola')
    house.do('ana', 'allergy.declare', { orderId, allergens: ['nuts'] })
    const slip = slipOf(house, written(atTable('t1'), house.now, 'salad'))
    expect(slip.rows[0]?.mark).toEqual({ kind: 'contains', allergens: ['nuts'] })
    expect(slip.allergies).toHaveLength(1)
  })
})

describe('[ORD-20] prices', () => {
  test('a scheduled price is the one of the moment of drafting', () => {
    const house = new House(smallRestaurant())
    const happyHour = house.now - 3_600_000
    const draft = written(atTable('t1'), house.now, { itemId: 'beer' as never, draftedAt: happyHour }, 'beer')
    expect(slipOf(house, draft).rows.map(({ line }) => line?.unitPrice)).toEqual([400, 500])
  })

  test('an entered price and a weight make the total', () => {
    const house = new House()
    const draft = written(
      atTable('t1'),
      house.now,
      { itemId: 'special' as never, price: 1850 },
      { itemId: 'ham' as never, grams: 250 },
    )
    expect(slipOf(house, draft).total).toBe(1850 + 998)
  })
})

test('[ORD-15] a takeaway that is promised for later holds, one that is not fires all its courses', () => {
  const house = new House()
  const promised = (promisedAt?: number) =>
    written(
      { kind: 'new', opening: { type: 'takeaway', name: 'Kim', ...(promisedAt === undefined ? {} : { promisedAt }) } },
      house.now,
      'soup',
      'steak',
    )
  expect(fates(house, promised(house.now + 3 * 3_600_000))).toEqual(['holds', 'holds'])
  expect(fates(house, promised())).toEqual(['fires', 'fires'])
})
