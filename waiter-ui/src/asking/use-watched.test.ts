import { House } from '@comanda/shared/domain/testing/house'
import { describe, expect, test } from 'vitest'
import { sameParts } from './use-watched.ts'

describe('what a screen watches', () => {
  test('is the same while nothing happened to it, whatever happened elsewhere', () => {
    const house = new House()
    const orderId = house.send('ana', 't1', 'soup')
    const parts = () => [house.state.orders.get(orderId), ...house.tickets('grill')]
    const before = parts()
    house.send('ana', 't2', 'cola')
    expect(sameParts(before, parts())).toBe(true)
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    expect(sameParts(before, parts())).toBe(false)
    expect(sameParts([], before)).toBe(false)
  })
})
