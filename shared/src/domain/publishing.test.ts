import { expect, test } from 'vitest'
import type { CatalogChange } from '../model/catalog.ts'
import type { PublicationId } from '../model/ids.ts'
import type { Item, ModifierGroup } from '../model/menu.ts'
import { eventOf, House } from './testing/house.ts'
import { violations } from './testing/lawful.ts'
import { smallCatalog } from './testing/small-restaurant.ts'

const itemNamed = (id: string): Item => {
  const item = smallCatalog.items[id as Item['id']]
  if (item === undefined) throw new Error(id)
  return item
}
const dearer = (amount: number): CatalogChange => ({
  kind: 'item',
  put: { ...itemNamed('soup'), price: { kind: 'fixed', amount } },
})
const publish = (house: House, ...changes: CatalogChange[]) => house.do('mo', 'catalog.publish', { changes })
const problems = (house: House, ...changes: CatalogChange[]) => {
  const decision = house.ask('olga', 'catalog.publish', { changes })
  if (decision.ok) return []
  expect(decision.error.code).toBe('catalog-invalid')
  return decision.error.details?.problems as readonly { kind: string; id: string; field: string; problem: string }[]
}

test('[ADM-1] a publication stages each changed entity and then reveals them all, with who', () => {
  const house = new House()
  const area: CatalogChange = { kind: 'area', put: { id: 'bar' as never, name: { en: 'Bar', ru: 'Бар' }, position: 2 } }
  const unchanged: CatalogChange = { kind: 'item', put: itemNamed('cola') }
  const events = house.do('mo', 'catalog.publish', { changes: [dearer(700), unchanged, area], note: 'spring' })
  expect(events.map((event) => event.type)).toEqual(['catalog.staged', 'catalog.staged', 'catalog.published'])
  expect(eventOf(events, 'catalog.published')).toMatchObject({ by: 'mo', note: 'spring' })
  expect(house.state.catalog.items['soup' as never]).toMatchObject({ price: { amount: 700 } })
  expect(house.state.staged).toEqual({})
  expect(publish(house, dearer(700))).toEqual([])
  expect(house.refusal('fay', 'catalog.publish', { changes: [dearer(1)] })).toBe('not-permitted')
  expect(violations(house)).toEqual([])
})

test('[ORD-3] publishing never changes a line that was sent', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'soup')
  const before = house.line(orderId, 'soup')
  publish(house, dearer(9900))
  expect(house.line(orderId, 'soup')).toEqual(before)
  house.sendTo('ana', orderId, 'soup')
  expect(house.linesOf(orderId, 'soup').map((line) => line.unitPrice)).toEqual([650, 9900])
})

test('[ADM-1] taking back restores what was there, removes what was new, and can itself be taken back', () => {
  const house = new House()
  const before = house.state.catalog
  const bottle: CatalogChange = { kind: 'item', put: { ...itemNamed('cola'), id: 'bottle' as never, number: 99 } }
  const cook: CatalogChange = {
    kind: 'person',
    put: { id: 'zoe' as never, name: 'zoe', roles: ['cook'], active: true, language: 'ru' },
  }
  const gone: CatalogChange = { kind: 'remove', of: 'item', remove: { id: 'waffle' } }
  const { publicationId } = eventOf(publish(house, dearer(700), bottle, gone, cook), 'catalog.published')
  const events = house.do('mo', 'catalog.take-back', { publicationId })
  expect(eventOf(events, 'catalog.published').undoes).toBe(publicationId)
  expect(house.state.catalog.items).toEqual(before.items)
  // whoever worked here stays in the list for the reports
  expect(house.state.catalog.people['zoe' as never]).toMatchObject({ active: false })
  house.do('mo', 'catalog.take-back', { publicationId: eventOf(events, 'catalog.published').publicationId })
  expect(house.state.catalog.items['soup' as never]).toMatchObject({ price: { amount: 700 } })
  expect(house.state.catalog.items['waffle' as never]).toBeUndefined()
  expect(house.refusal('mo', 'catalog.take-back', { publicationId: 'x' as PublicationId })).toBe(
    'publication-not-found',
  )
  expect(violations(house)).toEqual([])
})

test('[ADM-1] what somebody published over it since is not undone unseen', () => {
  const house = new House()
  const { publicationId } = eventOf(publish(house, dearer(700)), 'catalog.published')
  publish(house, dearer(800))
  expect(house.ask('mo', 'catalog.take-back', { publicationId })).toMatchObject({
    error: { code: 'catalog-invalid', details: { problems: [{ kind: 'item', id: 'soup', problem: 'changed-since' }] } },
  })
})

test('[ADM-1] the whole resulting catalog is checked, every problem named by entity and field', () => {
  const house = new House()
  const group: ModifierGroup = {
    id: 'extras' as never,
    name: { en: 'Extras', ru: 'Добавки' },
    min: 3,
    max: 1,
    defaults: ['nothing' as never],
    modifiers: [
      {
        id: 'm' as never,
        name: { en: 'm', ru: 'm' },
        kitchenName: 'm',
        price: 0,
        prepSeconds: 0,
        allergens: [],
        nested: 'sides' as never,
      },
    ],
  }
  const found = problems(
    house,
    {
      kind: 'item',
      put: {
        ...itemNamed('soup'),
        categoryId: 'none' as never,
        stations: ['none' as never],
        number: 1,
        taxId: 'none' as never,
      },
    },
    { kind: 'modifierGroup', put: group },
    { kind: 'remove', of: 'area', remove: { id: 'patio' } },
    { kind: 'table', put: { ...(smallCatalog.tables['t2' as never] as never as object), name: '1' } as never },
    {
      kind: 'settings',
      put: {
        ...smallCatalog.settings,
        zone: 'Mars/Olympus',
        locale: 'es_ES',
        grants: { cook: { 'round.sned': 'allowed' } },
      },
    },
  )
  const named = found.map(({ kind, id, field, problem }) => `${kind} ${id} ${field} ${problem}`)
  for (const expected of [
    'item soup categoryId unknown',
    'item soup stations unknown',
    'item soup taxId unknown',
    'item soup number duplicate',
    'modifierGroup extras min min-above-max',
    'modifierGroup extras min min-above-choices',
    'modifierGroup extras defaults unknown',
    'modifierGroup extras nested nested-too-deep',
    'table t4 areaId unknown',
    'table t2 name duplicate',
    'settings settings zone not-a-zone',
    'settings settings locale not-a-locale',
    'settings settings grants.cook.round.sned unknown',
  ])
    expect(named).toContain(expected)
})

test('[ADM-1] what the service stands on is not removed from under it', () => {
  const house = new House()
  house.send('ana', 't1', 'soup', 'cake')
  const named = (change: CatalogChange) => problems(house, change).map(({ id, problem }) => `${id} ${problem}`)
  expect(named({ kind: 'remove', of: 'table', remove: { id: 't1' } })).toEqual(['t1 in-use'])
  expect(named({ kind: 'remove', of: 'station', remove: { id: 'grill' } })).toContain('grill in-use')
  expect(named({ kind: 'remove', of: 'station', remove: { id: 'dessert' } })).toContain('dessert in-use')
  expect(named({ kind: 'remove', of: 'table', remove: { id: 't2' } })).toEqual([])
  const olga = smallCatalog.people['olga' as never] as never as object
  expect(named({ kind: 'person', put: { ...olga, active: false } as never })).toEqual(['olga without-owner'])
})

test('[ADM-3] the table of roles and the owner’s own powers are changed by an owner alone', () => {
  const house = new House()
  const settings = { ...smallCatalog.settings, grants: { waiter: { 'discount.apply': 'allowed' as const } } }
  const grants: CatalogChange = { kind: 'settings', put: settings }
  const mo = smallCatalog.people['mo' as never] as never as object
  const promoted = { kind: 'person', put: { ...mo, roles: ['owner'] } } as never as CatalogChange
  expect(house.refusal('mo', 'catalog.publish', { changes: [grants] })).toBe('not-permitted')
  expect(house.refusal('mo', 'catalog.publish', { changes: [promoted] })).toBe('not-permitted')
  const orderId = house.send('ana', 't1', 'bread')
  const discount = { orderId, asked: { by: 'percent' as const, rate: 1000 }, reason: 'x' }
  expect(house.refusal('ana', 'discount.apply', discount)).toBe('needs-approval')
  house.do('olga', 'catalog.publish', { changes: [grants] })
  expect(house.refusal('ana', 'discount.apply', discount)).toBe('accepted')
  expect(house.refusal('mo', 'catalog.publish', { changes: [dearer(1)] })).toBe('accepted')
})
