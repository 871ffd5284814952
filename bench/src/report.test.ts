import { expect, test } from 'vitest'
import type { Kind } from './launch/kinds.ts'
import { renderScenario, reportOn } from './report.ts'
import type { Figures, Scenario } from './scenarios/scenario.ts'

const scenario: Scenario = {
  name: 'sample',
  title: 'a sample',
  kinds: ['floor', 'comanda'],
  reference: 'floor',
  columns: [
    { key: 'rate', label: 'orders/s', digits: 0, ratio: true },
    { key: 'ms', label: 'ms', digits: 1 },
  ],
  goals: [
    { column: 'rate', text: 'at least the floor', of: 'ratio', atLeast: 1 },
    { column: 'ms', text: 'at most 3 ms', of: 'value', atMost: 3 },
  ],
  measure: () => Promise.reject(new Error('not measured here')),
}

const rounds = (floor: Figures[], own?: Figures[]): Map<Kind, Figures[]> =>
  new Map<Kind, Figures[]>([['floor', floor], ...(own === undefined ? [] : ([['comanda', own]] as const))])

test('goals are judged on the median of the rounds and of the ratios within each round', () => {
  const report = reportOn(
    scenario,
    rounds(
      [
        { rate: 1_000, ms: 1 },
        { rate: 100, ms: 1 },
        { rate: 1_000, ms: 1 },
      ],
      [
        { rate: 800, ms: 2 },
        { rate: 80, ms: 9 },
        { rate: 800, ms: 2 },
      ],
    ),
  )
  expect(report.goals).toEqual([
    { text: 'at least the floor', figure: 0.8, met: false },
    { text: 'at most 3 ms', figure: 2, met: true },
  ])
})

test('a figure that is missing meets no goal', () => {
  const report = reportOn(scenario, rounds([{ rate: 1_000 }], [{ rate: Number.NaN }]))
  expect(report.goals.map(({ met }) => met)).toEqual([false, false])
})

test('without comanda in the run there is a table and no goal', () => {
  const report = reportOn(scenario, rounds([{ rate: 6_470.4, ms: 2.5 }]))
  expect(report.goals).toEqual([])
  expect(renderScenario(report, scenario.columns).split('\n')).toEqual([
    'sample: a sample',
    'system  orders/s  x floor   ms',
    '------  --------  -------  ---',
    'floor      6,470     1.00  2.5',
  ])
})
