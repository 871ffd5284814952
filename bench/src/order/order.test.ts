import { expect, test } from 'vitest'
import { findKeys, makeOrder, orderKey, orderText } from './order.ts'

test('an order has six lines, about 1.5 KB, and its key once in the content', () => {
  const order = makeOrder(orderKey(7), 3)
  const text = orderText(order)
  expect(order.lines).toHaveLength(6)
  expect(text.length).toBeGreaterThan(1_300)
  expect(text.length).toBeLessThan(1_700)
  expect(text.split(order.key)).toHaveLength(2)
})

test('keys are found in a frame that carries several orders, in their order', () => {
  const frame = Buffer.from(`[${orderText(makeOrder(orderKey(1), 0))},${orderText(makeOrder(orderKey(250), 0))}]`)
  const keys: string[] = []
  findKeys(frame, (key) => keys.push(key))
  expect(keys).toEqual([orderKey(1), orderKey(250)])
})

test('a frame without an order holds no key', () => {
  const keys: string[] = []
  findKeys(Buffer.from('{"type":"hb","head":12}'), (key) => keys.push(key))
  expect(keys).toEqual([])
})
