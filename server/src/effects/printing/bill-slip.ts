// A bill on paper (BILL-4): what was had, what it comes to with its taxes, what is paid and what is left. It always says
// what it is not, and a second print that it is a second.

import type { Bill } from '@comanda/shared/domain/bill'
import { amountOfPart } from '@comanda/shared/domain/bill-parts'
import type { Formats } from '@comanda/shared/i18n/formats'
import type { BillPart } from '@comanda/shared/model/bill'
import type { TaxId } from '@comanda/shared/model/ids'
import type { Instant } from '@comanda/shared/model/instant'
import type { Line, Order } from '@comanda/shared/model/order'
import type { Settings, Tax } from '@comanda/shared/model/settings'
import { type BillWords, billWords } from './bill-words.ts'
import { pair, rule, type Slip, type SlipLine, text } from './slip.ts'

export type BillPaper = {
  readonly order: Order
  readonly bill: Bill
  readonly settings: Settings
  readonly taxes: Readonly<Partial<Record<TaxId, Tax>>>
  readonly number: number
  readonly table: string | undefined
  readonly waiter: string | undefined
  readonly part: BillPart | undefined
  readonly formats: Formats
  readonly printedAt: Instant
  /** It was sent to this printer before, and nobody knows whether it came out. */
  readonly again: boolean
}

type Money = Formats['money']

export function billSlip(paper: BillPaper): Slip {
  const words = billWords[paper.settings.language]
  const { money } = paper.formats
  return [
    ...header(paper, words),
    rule,
    ...lines(paper, money),
    rule,
    ...sums(paper, money, words),
    ...partOf(paper, money, words),
    rule,
    text(words.notFiscal, { align: 'centre' }),
    text(words.thanks, { align: 'centre' }),
  ]
}

function header(
  { settings, order, table, waiter, number, again, printedAt, formats }: BillPaper,
  words: BillWords,
): Slip {
  const day = new Intl.DateTimeFormat(settings.locale, { dateStyle: 'short', timeZone: settings.zone }).format(
    printedAt,
  )
  const where = table === undefined ? (order.name ?? words.types[order.type]) : `${words.table} ${table}`
  return [
    text(settings.name, { size: 'double', bold: true, align: 'centre' }),
    ...(number > 1 || again ? [text(words.reprint(number), { bold: true, inverse: true, align: 'centre' })] : []),
    pair(where, `#${order.number}`, { size: 'tall', bold: true }),
    pair(`${day} ${formats.clock(printedAt)}`, waiter ?? ''),
    ...(order.covers > 0 ? [text(`${order.covers} ${words.covers}`)] : []),
  ]
}

function lines({ order, bill, settings }: BillPaper, money: Money): Slip {
  const lineOf = new Map(order.lines.map((line): [Line['id'], Line] => [line.id, line]))
  return bill.lines.flatMap(({ lineId, gross, discounts, comps }): SlipLine[] => {
    const line = lineOf.get(lineId)
    if (line === undefined) return []
    const weight = line.grams === undefined ? '' : ` ${line.grams} g`
    const less = discounts + comps
    const dear = line.modifiers.filter(({ price }) => (price ?? 0) !== 0)
    return [
      pair(`${line.quantity} ${line.name[settings.language]}${weight}`, money(gross)),
      ...dear.map((modifier) => text(`+ ${modifier.name[settings.language]}`, { indent: 2 })),
      ...(less > 0 ? [pair('  -', money(-less))] : []),
    ]
  })
}

function sums({ bill, order, taxes, settings }: BillPaper, money: Money, words: BillWords): Slip {
  const nameOf = new Map(
    Object.values(taxes).flatMap((tax) => (tax === undefined ? [] : [[tax.rate, tax.name] as const])),
  )
  return [
    ...(bill.service > 0 ? [pair(`${words.service} ${bill.serviceRate / 100} %`, money(bill.service))] : []),
    ...bill.taxes.map(({ rate, included, tax }) => {
      const name = nameOf.get(rate)?.[settings.language] ?? words.tax
      return pair(`${included ? words.including : words.plus} ${name} ${rate / 100} %`, money(tax))
    }),
    pair(words.total, money(bill.total), { size: 'double', bold: true }),
    ...(order.payments ?? []).map((payment) =>
      pair(`${words.paid}: ${words.methods[payment.method]}`, money(payment.amount)),
    ),
    ...(bill.paid > 0 && bill.balance !== 0 ? [pair(words.left, money(bill.balance), { bold: true })] : []),
  ]
}

function partOf({ order, bill, part }: BillPaper, money: Money, words: BillWords): Slip {
  if (part === undefined || part.kind === 'amount') return []
  const due = amountOfPart(order, bill, part, undefined)
  return due.ok ? [pair(words.part(part), money(due.value.amount), { size: 'tall', bold: true })] : []
}
