import { expect, test } from 'vitest'
import { printersInTrouble } from './printer-troubles.ts'
import { runDues } from './testing/evening.ts'
import { House } from './testing/house.ts'

test('[KDS-21] a printer in trouble is named with what waits for it, until it prints again', () => {
  const house = new House()
  house.send('ana', 't1', 'cake')
  runDues(house)
  expect(printersInTrouble(house.state)).toEqual([])
  house.do('system', 'printer.report', { printerId: 'p1' as never, problem: 'paper-out' })
  expect(printersInTrouble(house.state)).toMatchObject([{ name: 'Pass', problem: 'paper-out', waiting: 1 }])
  house.do('system', 'printer.report', { printerId: 'p1' as never })
  expect(printersInTrouble(house.state)).toEqual([])
})
