import { expect, test } from 'vitest'
import { readSetup, stationsFor } from './setup.ts'

test('[KDS-16] what was set up is read again; what is odd in it counts as absent', () => {
  const viewing = { diagonalInches: 24, distanceMm: 2000 }
  expect(readSetup({ stationIds: ['grill'], viewing })).toMatchObject({ role: 'station', viewing, keysOn: true })
  expect(readSetup({ stationIds: [], viewing })).toBeUndefined()
  expect(readSetup({ stationIds: ['grill'], viewing: { diagonalInches: 'x' } })?.viewing.diagonalInches).toBe(22)
  expect(readSetup('nonsense')).toBeUndefined()
})

test('[KDS-13] the pass confirms for no station: only the glass that a cook looks at does', () => {
  const viewing = { diagonalInches: 24, distanceMm: 2000 }
  expect(stationsFor(readSetup({ role: 'expo', stationIds: ['grill'], viewing }))).toEqual([])
  expect(stationsFor(readSetup({ stationIds: ['grill'], viewing }))).toEqual(['grill'])
})
