import { describe, expect, test } from 'vitest'
import { OrderId } from '../model/ids.ts'
import { orderIdsOf } from './event-orders.ts'
import { DomainEvent } from './events.ts'
import { sampleOf } from './testing/sample.ts'

/** Each order id that the schema holds anywhere, each another one. */
const sampleWithOrders = (schema: (typeof DomainEvent.options)[number]) => {
  const orders: string[] = []
  const event = sampleOf(schema, {
    variant: 0,
    textFor: (part) => {
      if (part !== OrderId) return undefined
      orders.push(`order-${orders.length}`)
      return orders.at(-1)
    },
  })
  return { event: DomainEvent.parse(event), orders }
}

/** Where an order is only mentioned: where a line came from long ago, whose lines wait, what a day carried over. */
const mentionsOnly = new Set(['item.counted', 'day.closed', 'line.changed', 'line.sent-back'])

describe("an event's orders", () => {
  test.each(DomainEvent.options.map((schema) => ({ type: schema.shape.type.value, schema })))(
    '[P-17] $type belongs to every order that it names',
    ({ type, schema }) => {
      const { event, orders } = sampleWithOrders(schema)
      const found = orderIdsOf(event)
      expect(new Set(found).size).toBe(found.length)
      if (mentionsOnly.has(type)) {
        expect(orders).toEqual(expect.arrayContaining([...found]))
        expect(orders.length).toBeGreaterThan(found.length)
      } else expect([...found].sort()).toEqual([...orders].sort())
    },
  )

  test('[P-17] lines that move within one order concern it once', () => {
    const moved = DomainEvent.options.find(({ shape }) => shape.type.value === 'lines.moved')
    if (moved === undefined) throw new Error('lines.moved is no event')
    const event = sampleOf(moved, { variant: 0, textFor: (part) => (part === OrderId ? 'o1' : undefined) })
    expect(orderIdsOf(DomainEvent.parse(event))).toEqual(['o1'])
  })
})
