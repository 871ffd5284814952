import { expect, test } from 'vitest'
import { hashOf, type Route, routeOf } from './route.ts'

const routes = [
  { at: 'home' },
  { at: 'floor', view: 'map' },
  { at: 'floor', view: 'list' },
  { at: 'table', tableId: 't12' },
  { at: 'order', orderId: 'abc.o' },
  { at: 'draft', draftId: 'abc' },
  { at: 'bill', orderId: 'abc.o' },
] as unknown as Route[]

test.each(routes)('$at can be read back from its address', (route) => {
  expect(routeOf(hashOf(route))).toEqual(route)
})

test.each(['', '#', '#/', '#/nowhere', '#/table/', '#/table/%E0%A4%A', '#/order'])('%s leads home', (hash) => {
  expect(routeOf(hash)).toEqual({ at: 'home' })
})
