import { House } from '@comanda/shared/domain/testing/house'
import { smallRestaurant } from '@comanda/shared/domain/testing/small-restaurant'
import type { StaffId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { alertsFor } from './alert-list.ts'
import { knownAfter, ringFor } from './ringer.ts'

const houseWithExpo = () => new House(smallRestaurant({ hasExpo: true }))

const alerts = (house: House, me = 'ana') =>
  alertsFor(house.rooms.get('floor') ?? house.state, me as StaffId, house.now)
const said = (house: House, me = 'ana') =>
  alerts(house, me).map((alert) => `${alert.kind}${alert.kind === 'uncalled' && alert.loud ? ' loud' : ''}`)

/** Soup for Ana's table 1 stands ready; nobody is at the pass. */
function soupReady() {
  const house = houseWithExpo()
  const order = house.send('ana', 't1', 'soup')
  const ticketId = house.ticket('grill').id
  house.do('carla', 'ticket.bump', { ticketId })
  return { house, order, ticketId, wait: house.state.catalog.settings.thresholds.readyToFront }
}

describe('[KDS-20] dishes that stand ready while the expo has called nobody', () => {
  test('are listed for their own waiter at once, and become loud when they stood there too long', () => {
    const { house, wait } = soupReady()
    expect([said(house), said(house, 'boris')]).toEqual([['uncalled'], []])
    expect(alerts(house)[0]).toMatchObject({ since: house.now, course: 1, lines: [{ itemId: 'soup' }] })
    house.wait(wait - 1)
    expect(said(house)).toEqual(['uncalled'])
    house.wait(1)
    expect(said(house)).toEqual(['uncalled loud'])
  })

  test('ring not while they are quiet, once when they become loud', () => {
    const { house, wait } = soupReady()
    const quiet = alerts(house)
    expect(ringFor(new Set(), quiet)).toBeUndefined()
    house.wait(wait)
    const loud = alerts(house)
    expect(ringFor(knownAfter(quiet), loud)?.sound).toBe('late')
    expect(ringFor(knownAfter(loud), loud)).toBeUndefined()
  })

  test('are silent again when they are called, served or recalled', () => {
    const called = soupReady()
    called.house.do('erik', 'course.call', { orderId: called.order, course: 1 })
    expect(said(called.house)).toEqual(['ready'])
    const served = soupReady()
    served.house.do('ana', 'lines.serve', {
      orderId: served.order,
      lineIds: [served.house.line(served.order, 'soup').id],
    })
    expect(said(served.house)).toEqual([])
    const recalled = soupReady()
    recalled.house.do('carla', 'ticket.recall', { ticketId: recalled.ticketId })
    expect(said(recalled.house)).toEqual([])
  })

  test('wait for the rest of their course, a drink for nothing', () => {
    const house = houseWithExpo()
    house.send('ana', 't1', 'soup', 'salad', 'cola')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    expect(said(house)).toEqual([])
    house.wait(30).do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
    expect(alerts(house)).toMatchObject([{ kind: 'uncalled', since: house.now, course: 1 }])
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('bar').id })
    expect(alerts(house)).toMatchObject([{ course: 0 }, { course: 1 }])
  })

  test('call nobody at all where there is no expo: the call itself is there', () => {
    const house = new House()
    house.send('ana', 't1', 'soup')
    house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
    expect(said(house)).toEqual(['ready'])
  })
})
