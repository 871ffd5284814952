import { House } from '@comanda/shared/domain/testing/house'
import type { DeviceId, StaffId, TableId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { floorSpots, homeArea, mapBox, seatedIn, seatMarks } from './floor-view.ts'

const here = 'dev-ana' as DeviceId
const areasOf = (house: House, more: object = {}) =>
  floorSpots({ state: house.state, now: house.now, presence: [], deviceId: here, drafts: new Map(), ...more })

describe('[FRT-1] the floor', () => {
  test('shows its areas in order, each with its tables as people count them, and how many sit', () => {
    const house = new House()
    house.send('ana', 't2', 'soup')
    house.send('boris', 't4', 'soup')
    const areas = areasOf(house)
    expect(areas.map(({ area, spots }) => [area.id, ...spots.map(({ table }) => table.name)])).toEqual([
      ['main', '1', '2', '3'],
      ['patio', '4'],
    ])
    expect(seatedIn(areas)).toEqual({ seated: 2, tables: 4, guests: 6 })
    expect([
      homeArea(areas, 'ana' as StaffId),
      homeArea(areas, 'boris' as StaffId),
      homeArea(areas, undefined),
    ]).toEqual(['main', 'patio', 'main'])
  })

  test('[ORD-2] shows of others who is at a table, and of this tablet what is not sent there', () => {
    const house = new House()
    const person = (deviceId: string, staffId: string, draftLines: number) => ({
      deviceId,
      staffId,
      tableId: 't1',
      draftLines,
      unsent: 0,
      heardAt: 0,
    })
    const presence = [person('dev-ana', 'ana', 2), person('dev-leo', 'leo', 3)]
    const [main] = areasOf(house, { presence, drafts: new Map([['t2' as TableId, 4]]) })
    expect(main?.spots.map(({ present, draft }) => [present, draft])).toEqual([
      [[{ staffId: 'leo' }], 0],
      [[], 4],
      [[], 0],
    ])
  })

  test('draws as many seats as the table has, those of guests filled, all outside of it and inside the map', () => {
    const house = new House()
    const [main] = areasOf(house)
    const table = main?.spots[2]?.table
    if (main === undefined || table === undefined) throw new Error('no table')
    const marks = seatMarks({ ...table, width: 120 }, 4)
    expect(marks.map(({ taken }) => taken)).toEqual([true, true, true, true, false, false])
    expect(marks.every(({ y, height }) => y + height <= 0 || y >= table.height)).toBe(true)
    const box = mapBox(main.spots)
    for (const { table: one } of main.spots) {
      expect([box.x < one.x, box.y < one.y]).toEqual([true, true])
      expect([box.x + box.width > one.x + one.width, box.y + box.height > one.y + one.height]).toEqual([true, true])
    }
  })
})
