import { runDues } from '@comanda/shared/domain/testing/evening'
import { House } from '@comanda/shared/domain/testing/house'
import { expect, test } from 'vitest'
import { passRows, stationsOf } from './pass-rows.ts'

const rows = (house: House) => passRows(house.rooms.get('kitchen') ?? house.state)
const told = (house: House) =>
  rows(house).map(({ table, course, cells, isReady }) => [
    table,
    course,
    cells.map(({ stationId, stage }) => `${stationId} ${stage}`).join(', '),
    isReady,
  ])
const ticketAt = (house: House, stationId: string) => {
  const found = [...house.state.tickets.values()].find((each) => each.stationId === stationId && each.status === 'open')
  if (found === undefined) throw new Error(`nothing at ${stationId}`)
  return found.id
}

test('[KDS-11] a row is ready when all of its stations are, and leaves when it is served', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'burger')
  expect(told(house)).toEqual([['1', 2, 'grill waiting, cold waiting', false]])
  house.do('carla', 'ticket.start', { ticketId: ticketAt(house, 'cold') })
  expect(told(house)).toEqual([['1', 2, 'grill waiting, cold cooking', false]])
  house.do('carla', 'ticket.bump', { ticketId: ticketAt(house, 'cold') })
  expect(told(house)).toEqual([['1', 2, 'grill waiting, cold ready', false]])
  house.do('carla', 'ticket.bump', { ticketId: ticketAt(house, 'grill') })
  expect(told(house)).toEqual([['1', 2, 'grill ready, cold ready', true]])
  const [row] = rows(house)
  if (row === undefined) throw new Error('no row')
  house.do('erik', 'lines.serve', { orderId, lineIds: [...row.lineIds] })
  expect(told(house)).toEqual([])
})

test('[KDS-11] the oldest comes first, a rushed one before it; each course is a row, and the held one can be fired', () => {
  const house = new House()
  house.send('ana', 't1', 'soup', 'steak')
  house.wait(60)
  const second = house.send('ana', 't2', 'soup')
  expect(rows(house).map(({ table, next }) => [table, next?.course])).toEqual([
    ['1', 2],
    ['2', undefined],
  ])
  house.do('ana', 'order.rush', { orderId: second, on: true })
  expect(rows(house).map(({ table }) => table)).toEqual(['2', '1'])
  expect(stationsOf(rows(house), house.state.catalog)).toEqual(['grill'])
})

test('[KDS-19] the pass has its own eyes for an allergy', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'soup')
  house.do('ana', 'allergy.declare', { orderId, allergens: ['milk'] })
  const ticketId = ticketAt(house, 'grill')
  house.do('carla', 'ticket.acknowledge-allergy', { ticketId })
  expect(rows(house)[0]?.unseen.map(({ id }) => id)).toEqual([ticketId])
  house.do('erik', 'ticket.acknowledge-allergy', { ticketId, role: 'expo' })
  expect(rows(house)[0]?.unseen).toEqual([])
})

test('[KDS-21] of a station that has only a printer the pass says how far its ticket came', () => {
  const house = new House()
  house.send('ana', 't1', 'cake')
  const paper = () => rows(house)[0]?.cells.map((cell) => cell.paper)
  expect(paper()).toEqual(['none'])
  runDues(house)
  expect(paper()).toEqual(['sent'])
  const { id: ticketId, version } = house.ticket('dessert')
  house.do('system', 'ticket.mark-printed', { ticketId, printerId: 'p1' as never, version, backup: false })
  expect(paper()).toEqual(['printed'])
  house.send('ana', 't2', 'soup')
  expect(rows(house)[1]?.cells.map((cell) => cell.paper)).toEqual([undefined])
})
