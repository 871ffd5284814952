import { expect, test } from 'vitest'
import { formatFigure, renderTable } from './table.ts'

test('columns are as wide as their widest cell and figures end on the right', () => {
  expect(
    renderTable(
      ['system', 'orders/s'],
      [
        ['floor', '6,470'],
        ['naive stack', '2'],
      ],
    ),
  ).toBe(
    ['system       orders/s', '-----------  --------', 'floor           6,470', 'naive stack         2'].join('\n'),
  )
})

test('a row that lacks a cell leaves it empty', () => {
  expect(
    renderTable(['system', 'p50', 'p99'], [['floor', '2.50']])
      .split('\n')
      .at(-1),
  ).toBe('floor   2.50')
})

test('figures carry thousands marks and a fixed number of digits; one that is missing is a dash', () => {
  expect(formatFigure(6470.4, 0)).toBe('6,470')
  expect(formatFigure(0.4, 2)).toBe('0.40')
  expect(formatFigure(Number.NaN, 1)).toBe('-')
})
