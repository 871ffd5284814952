import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

const known = ['throughput', 'rush']

test('without arguments everything runs at full length', () => {
  expect(readOptions([], known)).toEqual({ quick: false })
})

test('scenarios, systems, rounds and length are read', () => {
  const args = ['--only', 'rush,throughput', '--systems', 'floor', '--rounds', '5', '--quick']
  expect(readOptions(args, known)).toEqual({
    only: ['rush', 'throughput'],
    systems: ['floor'],
    rounds: 5,
    quick: true,
  })
})

test('a scenario, a system or a count that does not exist is named', () => {
  expect(() => readOptions(['--only', 'rush,speed'], known)).toThrow('no scenario is called speed')
  expect(() => readOptions(['--systems', 'other'], known)).toThrow('systems')
  expect(() => readOptions(['--rounds', '0'], known)).toThrow('rounds')
  expect(() => readOptions(['--slow'], known)).toThrow('--slow')
})
