import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PersistentTable } from './persistent-table.ts'

const key = fc.integer({ min: 0, max: 400 }).map((number) => `order-${number}`)
const step = fc.oneof(
  fc.record({ what: fc.constant('set' as const), key, value: fc.integer() }),
  fc.record({ what: fc.constant('remove' as const), key, value: fc.constant(0) }),
)

test('many set at once are what setting them one after the other makes, and no older table changes', () => {
  const entries = fc.array(fc.tuple(key, fc.integer()), { maxLength: 200 })
  fc.assert(
    fc.property(entries, entries, entries, (first, second, third) => {
      const one = (table: PersistentTable<string, number>, list: typeof first) =>
        list.reduce((grown, [name, value]) => grown.set(name, value), table)
      const before = one(PersistentTable.empty<string, number>(), first)
      const contents = before.sorted()
      const together = before.setAll(second).setAll(third)
      const apart = one(one(before, second), third)
      expect(together.sorted()).toEqual(apart.sorted())
      expect(together.size).toBe(apart.size)
      expect(before.sorted()).toEqual(contents)
      for (const [name] of third) expect(together.get(name)).toBe(apart.get(name))
    }),
    { numRuns: 60 },
  )
})

test('it holds what a map would hold, and no older table changes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 600 }), (steps) => {
      let table = PersistentTable.empty<string, number>()
      const map = new Map<string, number>()
      const older: [PersistentTable<string, number>, [string, number][]][] = []
      for (const [index, { what, key: name, value }] of steps.entries()) {
        table = what === 'set' ? table.set(name, value) : table.remove(name)
        if (what === 'set') map.set(name, value)
        else map.delete(name)
        if (index % 50 === 0) older.push([table, [...map].sort(([a], [b]) => (a < b ? -1 : 1))])
      }
      expect(table.size).toBe(map.size)
      for (const [name, value] of map) expect(table.get(name)).toBe(value)
      expect(table.has('nobody')).toBe(false)
      expect(table.sorted()).toEqual([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
      for (const [kept, entries] of older) expect(kept.sorted()).toEqual(entries)
    }),
    { numRuns: 60 },
  )
})
