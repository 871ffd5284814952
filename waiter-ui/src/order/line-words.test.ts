import { House } from '@comanda/shared/domain/testing/house'
import type { OrderId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { texts } from '../texts/texts.ts'
import { markWords, modifierWords, voidWords } from './line-words.ts'
import { type SentLine, sentGroups } from './sent-groups.ts'

const sentOf = (house: House, orderId: OrderId, item: string): SentLine => {
  const groups = sentGroups({ state: house.state, order: house.order(orderId), waiting: new Set() })
  const found = groups.flatMap(({ lines }) => lines).find(({ line }) => line.itemId === item)
  if (found === undefined) throw new Error(`no ${item}`)
  return found
}
const clock = (at: number) => new Date(at).toISOString().slice(11, 16)

describe('[ORD-13] a void in words', () => {
  test('says why, and what the kitchen said: nothing yet, not started, made, or nobody answered', () => {
    const words = (verdict?: 'not-started' | 'made' | 'nobody') => {
      const house = new House()
      const orderId = house.send('ana', 't1', 'soup')
      const lineId = house.line(orderId, 'soup').id
      house.do('ana', 'line.void', { orderId, lineId, reason: 'wrong-dish' })
      if (verdict === 'nobody') house.wait(300).do('system', 'void.assume', { orderId, lineId })
      else if (verdict !== undefined) house.do('carla', 'void.judge', { orderId, lineId, verdict })
      return voidWords(sentOf(house, orderId, 'soup'), texts.en)
    }
    const { awaitsVerdict, notStarted, made, assumedMade } = texts.en.order
    expect([words(), words('not-started'), words('made'), words('nobody')]).toEqual([
      ['wrong-dish', awaitsVerdict],
      ['wrong-dish', notStarted],
      ['wrong-dish', made],
      ['wrong-dish', assumedMade],
    ])
  })
})

describe('[ORD-4] how a dish is made', () => {
  test('puts NO before what is left out, and makes it strong', () => {
    const house = new House()
    const modifiers = [
      { groupId: 'extras', modifierId: 'cheese' },
      { groupId: 'extras', modifierId: 'onion', prefix: 'no' },
    ]
    const orderId = house.send('ana', 't1', { itemId: 'burger', modifiers } as never)
    const { line } = sentOf(house, orderId, 'burger')
    expect(modifierWords(line.modifiers, texts.en, ({ en }) => en).map(({ text, strong }) => [text, strong])).toEqual([
      ['Cheese', false],
      ['NO Onion', true],
    ])
  })
})

describe('[ORD-18] what is to be known of a line', () => {
  test('its seat or those who share it, that it waited, that the kitchen was told', () => {
    const house = new House()
    const orderId = house.send('ana', 't1', { itemId: 'soup' as never, seat: 2 }, 'salad')
    house.do('ana', 'line.share', { orderId, lineId: house.line(orderId, 'salad').id, seats: [1, 3] })
    const words = (item: string) => markWords(sentOf(house, orderId, item), texts.en, clock)
    expect([words('soup'), words('salad')]).toEqual([['seat 2'], ['shared by 1, 3']])
    const queuedSince = house.now
    house.wait(180)
    const lines = [{ itemId: 'cola', quantity: 1, modifiers: [] }]
    house.do('ana', 'round.send', { order: { orderId }, lines, queuedSince, alreadyTold: true } as never)
    expect(words('cola')).toEqual([`QUEUED ${clock(queuedSince)}`, 'ALREADY TOLD'])
  })
})
