import type { State } from '@comanda/shared/domain/state'
import { House } from '@comanda/shared/domain/testing/house'
import { expect, test } from 'vitest'
import { gridOf } from '../layout/grid.ts'
import { en } from '../texts/en.ts'
import { alsoAtText, blocksOf, marksText, type Paper, wasText } from './blocks.ts'
import { sheetCache } from './sheet.ts'
import { readable, type SlipView, slipView } from './slip-view.ts'
import { viewCache } from './view-cache.ts'

const stateOf = (house: House): State => house.rooms.get('kitchen') ?? house.state
const viewOf = (house: House, stationId: string): SlipView => {
  const view = slipView(stateOf(house), house.ticket(stationId))
  if (view === undefined) throw new Error('no order')
  return view
}
const lines = (view: SlipView) => view.groups.flatMap((group) => group.lines)
const modifier = (groupId: string, modifierId: string, prefix?: 'no' | 'extra' | 'on-side') =>
  ({ groupId, modifierId, ...(prefix === undefined ? {} : { prefix }) }) as never

test('[KDS-1] a slip says what to make, for whom, what else waits, and NO in capitals', () => {
  const house = new House()
  const burger = {
    itemId: 'burger' as never,
    modifiers: [modifier('extras', 'cheese'), modifier('extras', 'onion', 'no')],
    note: 'cut',
  }
  house.send('ana', 't1', burger, 'cake')
  const view = viewOf(house, 'grill')
  expect(view).toMatchObject({
    table: '1',
    waiter: 'ana',
    number: 1,
    alsoAt: ['cold'],
    held: [{ course: 3, items: 1 }],
  })
  expect(lines(view)).toMatchObject([{ quantity: 1, name: 'burger', note: 'cut', done: false }])
  expect(lines(view)[0]?.options).toEqual([
    { kind: 'no', text: 'ONION' },
    { kind: 'plus', text: 'cheese' },
  ])
})

test('[ORD-11] [KDS-2] an addition stands in a group of its own, a change beside what it was', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'soup')
  house.wait(30)
  house.sendTo('ana', orderId, 'soup')
  const first = lines(viewOf(house, 'grill'))[0]
  if (first === undefined) throw new Error('no line')
  house.do('ana', 'line.change', { orderId, lineId: first.lineId, quantity: 3, note: 'hot' })
  const view = viewOf(house, 'grill')
  expect(view.groups.map(({ addedAt, lines: own }) => [addedAt, own.length])).toEqual([
    [undefined, 1],
    [house.now, 1],
  ])
  const was = lines(view)[0]?.was
  expect(was && wasText(was, en)).toBe('1×, nothing')
})

test('[KDS-10] a struck line is there until its verdict, and counts in no progress', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'soup', 'soup')
  const [first] = lines(viewOf(house, 'grill'))
  if (first === undefined) throw new Error('no line')
  house.do('ana', 'line.void', { orderId, lineId: first.lineId, reason: 'wish' })
  expect(viewOf(house, 'grill')).toMatchObject({ openVoids: 1, all: 1, done: 0 })
  expect(lines(viewOf(house, 'grill'))[0]).toMatchObject({ voided: 'wish' })
  house.do('carla', 'void.judge', { orderId, lineId: first.lineId, verdict: 'made' })
  expect(lines(viewOf(house, 'grill'))).toHaveLength(1)
})

test('[KDS-19] an allergy is unseen until acknowledged, and again after a change', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'soup')
  house.do('ana', 'allergy.declare', { orderId, allergens: ['milk'] })
  expect(viewOf(house, 'grill')).toMatchObject({ allergySeen: false })
  house.do('carla', 'ticket.acknowledge-allergy', { ticketId: house.ticket('grill').id })
  expect(viewOf(house, 'grill')).toMatchObject({ allergySeen: true })
  const [line] = lines(viewOf(house, 'grill'))
  if (line === undefined) throw new Error('no line')
  house.do('ana', 'line.change', { orderId, lineId: line.lineId, note: 'hot' })
  expect(viewOf(house, 'grill')).toMatchObject({ allergySeen: false })
})

test('[KDS-1] a view is made anew for what it shows and for nothing else', () => {
  const house = new House()
  house.send('ana', 't1', 'burger')
  const cached = viewCache()
  const at = (stationId: string) => {
    const found = [...stateOf(house).tickets.values()].find((ticket) => ticket.stationId === stationId)
    if (found === undefined) throw new Error(`nothing at ${stationId}`)
    return found
  }
  const before = cached(stateOf(house), at('grill'))
  house.send('boris', 't2', 'salad')
  expect(cached(stateOf(house), at('grill'))).toBe(before)
  house.do('carla', 'ticket.bump', { ticketId: at('cold').id })
  expect(before?.alsoAt).toEqual(['cold'])
  expect(cached(stateOf(house), at('grill'))?.alsoAt).toEqual([])
})

const grid = gridOf({ widthPx: 1920, heightPx: 1080 }, { diagonalInches: 22, distanceMm: 1000 })
const paper: Paper = {
  measures: grid.measures,
  columnPx: grid.columnPx,
  text: (text, sizePx) => text.length * sizePx * 0.55,
  words: en,
  places: { own: ['grill' as never], nameOf: (id) => id, clock: () => '19:42' },
}

test('[KDS-2] every line of a ticket is in exactly one block, allergies before them', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', ...Array.from({ length: 40 }, () => 'soup'))
  house.do('ana', 'allergy.declare', { orderId, seat: 1, allergens: ['milk', 'nuts'], text: 'severe' })
  const view = viewOf(house, 'grill')
  const blocks = blocksOf(view, paper)
  expect(blocks[0]?.kind).toBe('allergies')
  expect(blocks.filter(({ kind }) => kind === 'line').map(({ key }) => key)).toEqual(
    lines(view).map(({ lineId }) => lineId),
  )
  const sheet = sheetCache()(view, paper, grid)
  expect(sheet.shape.length).toBeGreaterThan(1)
  expect(sheet.parts.at(-1)?.to).toBe(blocks.length)
})

test('names in capitals are set as words; short ones and mixed ones stay', () => {
  expect(['SEA BASS', 'BBQ', 'T-BONE', 'Paella'].map(readable)).toEqual(['Sea bass', 'BBQ', 'T-bone', 'Paella'])
})

test('[KDS-1] [KDS-8] where several stations hang a ticket says whose it is, and "also at" leaves out what hangs there too', () => {
  const house = new House()
  house.send('ana', 't1', 'burger')
  const view = viewOf(house, 'grill')
  expect([marksText(view, paper), alsoAtText(view, paper)]).toEqual(['', 'Also at cold'])
  const both = { ...paper, places: { ...paper.places, own: ['grill' as never, 'cold' as never] } }
  expect([marksText(view, both), alsoAtText(view, both)]).toEqual(['grill', ''])
})
