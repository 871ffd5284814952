import type { Wish } from '@comanda/app-shell/wish'
import { decide } from '@comanda/shared/domain/decide'
import { House } from '@comanda/shared/domain/testing/house'
import type { DeviceId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { would } from './would.ts'

const asAna = (house: House, wish: Wish) =>
  would(
    {
      decide,
      state: house.rooms.get('floor') ?? house.state,
      now: house.now,
      staffId: 'ana' as never,
      roles: ['waiter'],
      deviceId: 'd' as DeviceId,
    },
    wish,
  )

describe('[ADM-6] a button knows before it is pressed', () => {
  test('what the rules allow, what they forbid and why, and what needs somebody else', () => {
    const house = new House()
    const orderId = house.send('ana', 't1', 'soup')
    const lineId = house.line(orderId, 'soup').id
    const args = { orderId, lineId, reason: 'wrong-dish' }
    expect(asAna(house, { type: 'line.void', args })).toEqual({ kind: 'yes' })
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    expect(asAna(house, { type: 'line.void', args })).toEqual({ kind: 'approval', action: 'line.void-started' })
    expect(asAna(house, { type: 'line.take-back', args: { orderId, lineId } })).toMatchObject({
      kind: 'no',
      code: 'line-started',
    })
    expect(asAna(house, { type: 'comp.apply', args: { orderId, reason: 'waited' } })).toEqual({
      kind: 'approval',
      action: 'comp.apply',
    })
    expect(asAna(house, { type: 'day.close', args: { carryOver: [] } })).toMatchObject({ code: 'not-permitted' })
  })
})
