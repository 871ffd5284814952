import { chosenModifiers } from '@comanda/shared/domain/chosen-modifiers'
import { smallCatalog } from '@comanda/shared/domain/testing/small-restaurant'
import type { Item, ModifierGroup } from '@comanda/shared/model/menu'
import type { ModifierPrefix } from '@comanda/shared/model/order'
import { describe, expect, test } from 'vitest'
import { askedGroups, type Choices, choicesPrice, choose, firstChoices, missingGroups, mustChoose } from './choices.ts'

const dish = (id: string): Item => {
  const item = smallCatalog.items[id as Item['id']]
  if (item === undefined) throw new Error(`no ${id}`)
  return item
}

const tap = (item: Item, choices: Choices, groupId: string, modifierId: string, prefix?: ModifierPrefix): Choices => {
  const group = smallCatalog.modifierGroups[groupId as ModifierGroup['id']]
  const modifier = group?.modifiers.find(({ id }) => id === modifierId)
  if (group === undefined || modifier === undefined) throw new Error(`no ${groupId} ${modifierId}`)
  return choose(smallCatalog, item, choices, { group, modifier, prefix })
}

const names = (choices: Choices) => choices.map(({ modifierId, prefix }) => `${prefix ?? ''}${modifierId}`)

describe('[ORD-4] choices of a dish', () => {
  const steak = dish('steak')

  test('begin with the defaults; a default that answers all asks nothing', () => {
    expect(names(firstChoices(smallCatalog, steak))).toEqual(['medium'])
    expect(mustChoose(smallCatalog, steak)).toBe(false)
  })

  test('a group without enough defaults must be answered', () => {
    const { doneness } = smallCatalog.modifierGroups as Record<string, ModifierGroup>
    if (doneness === undefined) throw new Error('no doneness')
    const strict = {
      ...smallCatalog,
      modifierGroups: { ...smallCatalog.modifierGroups, [doneness.id]: { ...doneness, defaults: [] } },
    }
    expect(mustChoose(strict, steak)).toBe(true)
    expect(missingGroups(strict, steak, [])[0]?.id).toBe('doneness')
  })

  test('one of one: another takes its place, the same again changes nothing', () => {
    const first = firstChoices(smallCatalog, steak)
    expect(names(tap(steak, first, 'doneness', 'rare'))).toEqual(['rare'])
    expect(tap(steak, first, 'doneness', 'medium')).toBe(first)
  })

  test('a modifier may ask a group of its own, one level down, which goes with it', () => {
    const fries = tap(steak, firstChoices(smallCatalog, steak), 'sides', 'fries')
    expect(askedGroups(smallCatalog, steak, fries).map(({ group, nested }) => [group.id, nested])).toEqual([
      ['doneness', false],
      ['sides', false],
      ['sauce', true],
    ])
    expect(missingGroups(smallCatalog, steak, fries).map(({ id }) => id)).toEqual(['sauce'])
    const dipped = tap(steak, fries, 'sauce', 'satay')
    expect(missingGroups(smallCatalog, steak, dipped)).toEqual([])
    expect(choicesPrice(smallCatalog, dipped)).toBe(500)
    expect(names(tap(steak, dipped, 'sides', 'fries'))).toEqual(['medium'])
  })

  test('no more than its maximum', () => {
    const both = tap(steak, tap(steak, firstChoices(smallCatalog, steak), 'sides', 'greens'), 'sides', 'fries')
    expect(names(both)).toEqual(['medium', 'greens', 'fries'])
    const sauced = tap(steak, both, 'sauce', 'ketchup')
    expect(names(tap(steak, sauced, 'sauce', 'satay'))).toEqual(['medium', 'greens', 'fries', 'satay'])
  })

  test('NO, EXTRA and ON SIDE: NO costs nothing and does not count', () => {
    const burger = dish('burger')
    const no = tap(burger, [], 'extras', 'onion', 'no')
    expect(names(no)).toEqual(['noonion'])
    expect(names(tap(burger, no, 'extras', 'onion', 'no'))).toEqual([])
    const extra = tap(burger, no, 'extras', 'cheese', 'extra')
    expect(choicesPrice(smallCatalog, extra)).toBe(150)
    expect(names(tap(burger, extra, 'extras', 'cheese', 'on-side'))).toEqual(['noonion', 'on-sidecheese'])
  })

  test('a default that is taken off says NO, so that the cook leaves it off', () => {
    const burger = dish('burger')
    const { extras } = smallCatalog.modifierGroups as Record<string, ModifierGroup>
    const onion = extras?.modifiers.find(({ id }) => id === 'onion')
    if (extras === undefined || onion === undefined) throw new Error('no extras')
    const usual = { ...extras, defaults: [onion.id] }
    const catalog = { ...smallCatalog, modifierGroups: { ...smallCatalog.modifierGroups, [usual.id]: usual } }
    const off = choose(catalog, burger, firstChoices(catalog, burger), { group: usual, modifier: onion })
    expect(off).toEqual([{ groupId: 'extras', modifierId: 'onion', prefix: 'no' }])
    expect(names(choose(catalog, burger, off, { group: usual, modifier: onion }))).toEqual(['onion'])
  })

  test('whatever is complete here, the server takes', () => {
    const steps: [string, string, ModifierPrefix?][] = [
      ['sides', 'fries'],
      ['sauce', 'satay'],
      ['sides', 'greens', 'extra'],
      ['doneness', 'well'],
      ['sides', 'fries'],
      ['sides', 'fries', 'on-side'],
      ['sauce', 'ketchup'],
    ]
    let choices = firstChoices(smallCatalog, steak)
    for (const [group, modifier, prefix] of steps) {
      choices = tap(steak, choices, group, modifier, prefix)
      const isComplete = missingGroups(smallCatalog, steak, choices).length === 0
      expect(chosenModifiers(smallCatalog, steak, choices).ok).toBe(isComplete)
    }
  })
})
