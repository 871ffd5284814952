// Stations in quiet hours and at peak: work goes where somebody stands, with the tickets that are open.
import { expect, test } from 'vitest'
import type { StationId } from '../../model/ids.ts'
import { ticketTarget } from '../prep-target.ts'
import { House } from '../testing/house.ts'

const station = (id: string): StationId => id as StationId

test('[KDS-8] one tap switches a station: its open tickets go along, new ones follow, and they come back', () => {
  const house = new House()
  house.send('ana', 't1', 'salad')
  house.do('carla', 'station.switch', { stationId: station('cold'), to: station('grill') })
  expect(house.tickets('cold')).toEqual([])
  expect(house.ticket('grill').firedFor).toBe('cold')
  house.send('ana', 't2', 'salad')
  expect(house.tickets('grill')).toHaveLength(2)
  house.do('carla', 'station.switch', { stationId: station('cold'), to: null })
  expect(house.tickets('grill')).toEqual([])
  expect(house.tickets('cold')).toHaveLength(2)
})

test('[KDS-8] a bumped ticket stays where it was made', () => {
  const house = new House()
  house.send('ana', 't1', 'salad')
  house.do('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })
  house.do('carla', 'station.switch', { stationId: station('cold'), to: station('grill') })
  expect(house.ticket('cold').status).toBe('bumped')
})

test('[KDS-8] switches never make a circle, nor lead to a station that is closed', () => {
  const house = new House()
  house.do('carla', 'station.switch', { stationId: station('cold'), to: station('grill') })
  const turn = (stationId: string, to: string) =>
    house.refusal('carla', 'station.switch', { stationId: station(stationId), to: station(to) })
  expect(turn('grill', 'cold')).toBe('switch-loop')
  expect(turn('grill', 'grill')).toBe('switch-loop')
  expect(turn('bar', 'closed-station')).toBe('station-not-found')
})

test('[KDS-8] a dish of two stations that are switched together gets one ticket', () => {
  const house = new House()
  house.do('carla', 'station.switch', { stationId: station('cold'), to: station('grill') })
  const order = house.send('ana', 't1', 'burger')
  expect(house.line(order, 'burger').ticketIds).toHaveLength(1)
  house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
  expect(house.line(order, 'burger').status).toBe('ready')
})

test('[KDS-13] a neighbour claims a ticket of a station whose screen is away', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'salad')
  const { id, version } = house.ticket('cold')
  house.do('carla', 'ticket.claim', { ticketId: id, stationId: station('grill') })
  expect(house.ticket('grill')).toMatchObject({ id, firedFor: 'cold' })
  expect(house.ticket('grill').version).toBeGreaterThan(version)
  house.do('carla', 'ticket.bump', { ticketId: id })
  expect(house.line(order, 'salad').status).toBe('ready')
})

test('[KDS-3] the peak button stretches every target by 1.3, and takes it back', () => {
  const house = new House()
  const order = house.send('ana', 't1', 'soup')
  const target = () => ticketTarget(house.state, house.order(order), house.ticket('grill'))
  expect(target()).toBe(480)
  house.do('carla', 'peak.set', { on: true })
  expect(target()).toBe(624)
  house.do('carla', 'peak.set', { on: false })
  expect(target()).toBe(480)
})

test('[KDS-8] a station that is switched already makes no loop of those before it', () => {
  const house = new House()
  house.do('carla', 'station.switch', { stationId: 'grill' as StationId, to: 'cold' as StationId })
  house.do('carla', 'station.switch', { stationId: 'bar' as StationId, to: 'grill' as StationId })
  const back = { stationId: 'grill' as StationId, to: 'bar' as StationId }
  expect(house.refusal('carla', 'station.switch', back)).toBe('switch-loop')
})
