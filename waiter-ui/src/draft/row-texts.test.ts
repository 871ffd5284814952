import type { ChosenModifier } from '@comanda/shared/domain/commands/draft'
import { smallCatalog } from '@comanda/shared/domain/testing/small-restaurant'
import { expect, test } from 'vitest'
import { saidModifiers } from './row-texts.ts'

const said = (...choices: [string, string, string?][]) =>
  saidModifiers(
    smallCatalog,
    choices.map(
      ([groupId, modifierId, prefix]) => ({ groupId, modifierId, ...(prefix && { prefix }) }) as ChosenModifier,
    ),
  ).map(({ modifier, prefix }) => `${prefix ?? ''} ${modifier.id}`.trim())

test('[ORD-4] a row says what differs from the dish as it always is', () => {
  expect(said(['doneness', 'medium'])).toEqual([])
  expect(said(['doneness', 'rare'], ['sides', 'greens'])).toEqual(['rare', 'greens'])
})

test('[ORD-4] NO comes first', () => {
  expect(said(['extras', 'cheese', 'extra'], ['extras', 'onion', 'no'])).toEqual(['no onion', 'extra cheese'])
})
