import type { Leaving } from '@comanda/app-shell/leaving'
import { House } from '@comanda/shared/domain/testing/house'
import type { TableId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import type { Route } from '../route.ts'
import { leavingElsewhere } from './leaving-elsewhere.ts'

describe('[ORD-14] what can still be cancelled', () => {
  test('is in sight wherever one is: beside its course or its bill, else above the screen', () => {
    const house = new House()
    const orderId = house.send('ana', 't1', 'soup', 'steak')
    const fire = {
      id: 'f',
      wish: { type: 'course.fire', args: { orderId, course: 2 } },
      says: '',
      at: 0,
    } as never as Leaving
    const pay = { id: 'p', wish: { type: 'payment.record', args: { orderId } }, says: '', at: 0 } as never as Leaving
    const above = (route: Route) => leavingElsewhere([fire, pay], route, house.state).map(({ id }) => id)
    expect(above({ at: 'home' })).toEqual(['f', 'p'])
    expect(above({ at: 'table', tableId: 't1' as TableId })).toEqual(['p'])
    expect(above({ at: 'order', orderId })).toEqual(['p'])
    expect(above({ at: 'bill', orderId })).toEqual(['f'])
    expect(above({ at: 'table', tableId: 't2' as TableId })).toEqual(['f', 'p'])
  })
})
