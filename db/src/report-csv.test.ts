import { House } from '@comanda/shared/domain/testing/house'
import { openingDate } from '@comanda/shared/domain/testing/small-restaurant'
import type { ItemId } from '@comanda/shared/model/ids'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf, dailyReportCsv } from './report-csv.ts'
import { createReportReader } from './sqlite/reports/reader.ts'
import { factsOf } from './testing/fact-file.ts'

/** Reads CSV as RFC 4180 has it. */
function parse(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      at += 1
      for (; !(text[at] === '"' && text[at + 1] !== '"'); at += 1) {
        cell += text[at]
        if (text[at] === '"') at += 1
      }
      at += 1
    } else {
      for (; text[at] !== ',' && text[at] !== '\r'; at += 1) cell += text[at]
    }
    row.push(cell)
    if (text[at] === ',') at += 1
    else {
      rows.push(row)
      row = []
      at += 2
    }
  }
  return rows
}

const wild = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'a', '1', 'ё', ' '),
})

test('[REP-5] no text is a formula, every text comes back as it was, and numbers stay numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(wild, fc.integer()), { minLength: 1 }), (rows) => {
      const read = parse(csvOf(rows))
      expect(read.length).toBe(rows.length)
      rows.forEach(([text, number], index) => {
        const [cell = '', value] = read[index] ?? []
        expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        expect(cell === text || cell === `'${text}`).toBe(true)
        expect(Number(value)).toBe(number)
      })
    }),
  )
})

test('[REP-5] the daily report as CSV carries its range, zone and seq, and money in the currency’s units', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'bread', 'cola')
  house.do('mo', 'item.sold-out', { itemId: 'cola' as ItemId, soldOut: true })
  house.sendTo('ana', orderId, 'bread', { itemId: 'cola' as ItemId, quantity: 2 })
  house.do('mo', 'discount.apply', { orderId, asked: { by: 'amount', amount: 5 }, reason: '=HYPERLINK("x")' })
  house.do('mo', 'line.void', { orderId, lineId: house.line(orderId, 'bread').id, reason: '=cmd()' })
  const database = factsOf('small', house.log)
  const report = createReportReader(database).daily('small', {
    from: openingDate,
    to: openingDate,
    zone: 'Europe/Berlin',
  })
  const text = dailyReportCsv(report, {
    minorDigits: 2,
    language: 'en',
    nameOf: (kind, id) => (kind === 'person' && id === 'ana' ? 'Ana' : kind === 'dish' ? `the ${id}` : undefined),
  })
  const rows = parse(text)
  database.close()
  const figure = (...key: string[]) => rows.find((row) => key.every((part, index) => row[index] === part))?.[3]
  expect(rows.every((row) => row.length === 4)).toBe(true)
  expect(figure('report', '', 'from')).toBe(openingDate)
  expect(figure('report', '', 'zone')).toBe('Europe/Berlin')
  expect(figure('report', '', 'as of')).toBe(String(house.state.seq))
  expect(figure('sales', '', 'gross')).toBe('9.50')
  expect(figure('sales', '', 'discounts')).toBe('0.03')
  expect(figure('waiter', 'Ana', 'net')).toBe('6.47')
  expect(rows.find((row) => row[0] === 'void')).toEqual(['void', '1 bread', "'=cmd() / mo", '3.00'])
  expect(figure('refused', 'the cola', 'sold-out')).toBe('2')
  expect(figure('sales', '', 'number of remakes')).toBe('0')
  expect(figure('sales', '', 'cost of remakes')).toBe('0.00')
})
