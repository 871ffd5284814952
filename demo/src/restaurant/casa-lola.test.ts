import type { CatalogChange } from '@comanda/shared/model/catalog'
import { expect, test } from 'vitest'
import { casaLola } from './casa-lola.ts'

const puts = <Kind extends CatalogChange['kind']>(kind: Kind) =>
  casaLola.changes.filter((change): change is Extract<CatalogChange, { kind: Kind }> => change.kind === kind)

test('the demo restaurant is as large as a real one', () => {
  expect(puts('item').length).toBeGreaterThanOrEqual(115)
  expect(puts('category')).toHaveLength(10)
  expect(puts('station')).toHaveLength(6)
  expect(puts('area')).toHaveLength(3)
  expect(puts('table')).toHaveLength(24)
  expect(puts('person')).toHaveLength(10)
  expect(puts('tax')).toHaveLength(2)
  expect(new Set(puts('person').flatMap((change) => change.put.roles)).size).toBe(6)
})

test('every dish has its own id and number, and every PIN is for one person', () => {
  const items = puts('item').map((change) => change.put)
  expect(new Set(items.map((item) => item.id)).size).toBe(items.length)
  expect(new Set(items.map((item) => item.number)).size).toBe(items.length)
  expect(new Set(Object.values(casaLola.pins)).size).toBe(10)
})

test('every substitute is a dish of the menu', () => {
  const items = puts('item').map((change) => change.put)
  const ids = new Set<string>(items.map((item) => item.id))
  for (const item of items) for (const id of item.substitutes ?? []) expect(ids).toContain(id)
})
