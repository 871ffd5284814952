import { expect, test } from 'vitest'
import { findKeys, makeOrder, orderKey } from './order.ts'

test('an order has six lines, about 1.5 KB, and its key once in the content', () => {
  const order = makeOrder(orderKey(7), 3)
  const lines = JSON.stringify(order.lines)
  expect(order.lines).toHaveLength(6)
  expect(lines.length).toBeGreaterThan(1_300)
  expect(lines.length).toBeLessThan(1_700)
  expect(lines.split(order.key)).toHaveLength(2)
})

test('keys are found in a frame that carries several orders, in their order', () => {
  const frame = Buffer.from(JSON.stringify([makeOrder(orderKey(1), 0).lines, makeOrder(orderKey(250), 0).lines]))
  const keys: string[] = []
  findKeys(frame, (key) => keys.push(key))
  expect(keys).toEqual([orderKey(1), orderKey(250)])
})

test('a frame without an order holds no key', () => {
  const keys: string[] = []
  findKeys(Buffer.from('{"type":"hb","head":12}'), (key) => keys.push(key))
  expect(keys).toEqual([])
})
