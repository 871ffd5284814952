import { runDues } from '@comanda/shared/domain/testing/evening'
import { House } from '@comanda/shared/domain/testing/house'
import type { StationId } from '@comanda/shared/model/ids'
import { expect, test } from 'vitest'
import { silentStations } from './troubles.ts'

const grill = 'grill' as StationId
const cold = 'cold' as StationId

test('[KDS-13] a neighbour whose screen is silent is known here once people were alarmed, until somebody saw or took it', () => {
  const house = new House()
  house.send('ana', 't1', 'steak')
  expect(silentStations(house.state, [cold])).toEqual([])
  house.wait(12)
  runDues(house)
  const { id, version } = house.ticket('grill')
  expect(silentStations(house.state, [cold])).toEqual([{ stationId: grill, ticketIds: [id] }])
  expect(silentStations(house.state, [cold, grill])).toEqual([])
  house.do('carla', 'ticket.claim', { ticketId: id, stationId: cold })
  expect(silentStations(house.state, [cold])).toEqual([])
  house.do('system', 'tickets.confirm', { deviceId: 'k' as never, tickets: [{ ticketId: id, version }] })
  expect(silentStations(house.state, [])).toEqual([])
})
