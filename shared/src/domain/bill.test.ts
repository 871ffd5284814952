import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Adjustment, BillPart, Payment } from '../model/bill.ts'
import type { Line, Order } from '../model/order.ts'
import { adjustedAfter, adjustmentsMoved, remainingByLine, shareOut } from './adjustments.ts'
import { type BillTerms, billOf } from './bill.ts'
import { amountOfPart, cellsOf, partsBySeat } from './bill-parts.ts'
import { taxOf } from './taxes.ts'

const brand = <Id>(text: string): Id => text as Id

type Draft = Partial<Pick<Line, 'unitPrice' | 'quantity' | 'seat' | 'sharedBy' | 'taxRate' | 'taxIncluded' | 'status'>>

const line = (id: string, draft: Draft): Line =>
  ({ id, unitPrice: 1000, quantity: 1, taxRate: 700, taxIncluded: true, status: 'served', ...draft }) as unknown as Line

const orderOf = (lines: Line[], more: Partial<Order> = {}): Order =>
  ({ id: 'o', lines, adjustments: [], payments: [], service: { covers: 2 }, ...more }) as unknown as Order

const terms = (service?: { fromCovers: number; rate: number; included?: boolean }): BillTerms => ({
  settings: {
    serviceCharge: {
      automatic: service !== undefined,
      fromCovers: service?.fromCovers ?? 8,
      rate: service?.rate ?? 1000,
      ...(service?.included === undefined ? {} : { taxId: brand('t') }),
    },
  },
  taxes: {
    [brand<never>('t')]: {
      id: brand('t'),
      name: { en: 't', ru: 't' },
      rate: 1900,
      included: service?.included ?? true,
    },
  },
})

const drafts = fc.array(
  fc.record({
    unitPrice: fc.integer({ min: 0, max: 20_000 }),
    quantity: fc.integer({ min: 1, max: 9 }),
    seat: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    sharedBy: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }),
    taxRate: fc.constantFrom(0, 700, 825, 1900),
    taxIncluded: fc.boolean(),
    status: fc.constantFrom('served', 'fired', 'voided', 'taken-back') as fc.Arbitrary<Line['status']>,
  }),
  { minLength: 1, maxLength: 14 },
)

const bills = fc
  .record({
    drafts,
    discount: fc.integer({ min: 0, max: 10_000 }),
    covers: fc.integer({ min: 1, max: 12 }),
    included: fc.constantFrom(undefined, true, false),
  })
  .map(({ drafts: given, discount, covers, included }) => {
    const lines = given.map((draft, index) => line(`l${index}`, draft as Draft))
    const plain = orderOf(lines, { service: { covers } })
    const remaining = remainingByLine(plain, undefined)
    const left = remaining.reduce((sum, one) => sum + one.remaining, 0)
    const shares = shareOut(Math.floor((left * discount) / 10_000), remaining)
    const adjustments = [{ id: 'a', kind: 'discount', shares } as unknown as Adjustment]
    const rule = { fromCovers: 8, rate: 1000, ...(included === undefined ? {} : { included }) }
    return { order: orderOf(lines, { adjustments, service: { covers } }), terms: terms(rule) }
  })

/** Pays every part in turn; whatever is left over at the end is the rest. */
function payAll(order: Order, billTerms: BillTerms, parts: readonly BillPart[]): Order {
  let paying = order
  for (const part of parts) {
    const due = amountOfPart(paying, billOf(paying, billTerms), part, undefined)
    if (!due.ok) continue
    const payment = { id: `p${paying.payments?.length}`, part, tip: 0, refunds: [], ...due.value }
    paying = { ...paying, payments: [...(paying.payments ?? []), payment as unknown as Payment] }
  }
  return paying
}

test('[BILL-1] lines, taxes and service make the total, and every way to cut it sums to the last cent', () => {
  fc.assert(
    fc.property(bills, fc.integer({ min: 2, max: 9 }), ({ order, terms: billTerms }, of) => {
      const bill = billOf(order, billTerms)
      const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
      expect(sum(bill.lines.map((one) => one.total))).toBe(bill.total)
      expect(bill.net).toBe(bill.gross - bill.discounts - bill.comps)
      expect(sum(bill.lines.map((one) => one.service))).toBe(bill.service)
      const added = sum(bill.taxes.filter((tax) => !tax.included).map((tax) => tax.tax))
      expect(bill.total).toBe(bill.net + bill.service + added)
      expect(sum(cellsOf(bill).map((cell) => cell.amount))).toBe(bill.total)
      expect(sum(partsBySeat(order, bill).map((part) => part.amount))).toBe(bill.total)
      const equal = Array.from({ length: of }, (_, index) => ({ kind: 'equal' as const, index: index + 1, of }))
      expect(billOf(payAll(order, billTerms, equal), billTerms).balance).toBe(0)
    }),
  )
})

test('[BILL-1] paid by seats and then the rest, or by chosen lines, nothing is left and nothing too much was asked', () => {
  fc.assert(
    fc.property(
      bills,
      fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
      ({ order, terms: billTerms }, chosen) => {
        const bill = billOf(order, billTerms)
        const seats = [1, 2, 3, 4, 5].map((seat) => ({ kind: 'seat' as const, seat }))
        const bySeat = payAll(order, billTerms, [...seats, { kind: 'rest' }])
        expect(billOf(bySeat, billTerms).balance).toBe(0)
        expect(bySeat.payments?.every((payment) => payment.amount > 0)).toBe(true)
        const ids = bill.lines.map((one) => one.lineId)
        const some = ids.filter((_, index) => chosen[index])
        const others = ids.filter((_, index) => !chosen[index])
        const groups = [some, others].filter((group) => group.length > 0)
        const byLines = payAll(
          order,
          billTerms,
          groups.map((lineIds) => ({ kind: 'lines' as const, lineIds })),
        )
        expect(billOf(byLines, billTerms).balance).toBe(0)
      },
    ),
  )
})

test('[BILL-1] a line that seats share is split among them, the odd cents to the first', () => {
  const order = orderOf([line('a', { unitPrice: 1000, sharedBy: [1, 2, 3] }), line('b', { unitPrice: 500, seat: 2 })])
  const bill = billOf(order, terms())
  expect(partsBySeat(order, bill)).toEqual([
    { seat: 1, amount: 334, open: 334 },
    { seat: 2, amount: 833, open: 833 },
    { seat: 3, amount: 333, open: 333 },
  ])
})

test('[BILL-1] what a seat paid is not asked again with the lines, nor the lines with the seat', () => {
  const order = orderOf([line('a', { unitPrice: 900, sharedBy: [1, 2] }), line('b', { unitPrice: 500, seat: 1 })])
  const seatOne = payAll(order, terms(), [{ kind: 'seat', seat: 1 }])
  expect(seatOne.payments?.[0]?.amount).toBe(950)
  const again = amountOfPart(seatOne, billOf(seatOne, terms()), { kind: 'seat', seat: 1 }, undefined)
  expect(again).toMatchObject({ ok: false, error: { code: 'part-already-paid' } })
  const lines = amountOfPart(
    seatOne,
    billOf(seatOne, terms()),
    { kind: 'lines', lineIds: [brand('a'), brand('b')] },
    undefined,
  )
  expect(lines).toMatchObject({ ok: true, value: { amount: 450 } })
})

test('[BILL-2] tax is in the price or on top of it, several rates side by side, rounded half up on each line', () => {
  expect(taxOf(1070, 700, true)).toBe(70)
  expect(taxOf(1000, 700, false)).toBe(70)
  expect(taxOf(150, 100, false)).toBe(2)
  expect(taxOf(-1070, 700, true)).toBe(-70)
  const bill = billOf(
    orderOf([
      line('a', { unitPrice: 1070, taxRate: 700 }),
      line('b', { unitPrice: 1190, taxRate: 1900 }),
      line('c', { unitPrice: 1000, taxRate: 825, taxIncluded: false }),
    ]),
    terms(),
  )
  expect(bill.taxes).toEqual([
    { rate: 700, included: true, net: 1000, tax: 70 },
    { rate: 825, included: false, net: 1000, tax: 83 },
    { rate: 1900, included: true, net: 1000, tax: 190 },
  ])
  expect(bill.total).toBe(1070 + 1190 + 1083)
})

test('[BILL-2] when a discounted line comes to less, its discount goes with it and never exceeds it', () => {
  const adjustment = (kind: 'discount' | 'comp', by: 'percent' | 'amount', amount: number) =>
    ({ id: `${kind}${by}${amount}`, kind, asked: { by }, shares: [{ lineId: 'a', amount }] }) as unknown as Adjustment
  const order = { adjustments: [adjustment('discount', 'percent', 300), adjustment('comp', 'percent', 700)] }
  expect(adjustedAfter(order, brand('a'), 3000, 2000)).toMatchObject({
    discounts: 100,
    comps: 234,
    adjustments: [{ shares: [{ amount: 200 }] }, { shares: [{ amount: 466 }] }],
  })
  expect(adjustedAfter(order, brand('a'), 3000, 0)).toMatchObject({
    discounts: 300,
    comps: 700,
    adjustments: [{ shares: [] }, { shares: [] }],
  })
  const fixed = { adjustments: [adjustment('discount', 'amount', 300)] }
  expect(adjustedAfter(fixed, brand('a'), 1000, 2000)).toMatchObject({ discounts: 0 })
  expect(adjustedAfter(fixed, brand('b'), 1000, 0)).toBeUndefined()
})

test('[BILL-2] discounts follow lines to another order; together they stay what they were, and no line goes below nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 2, max: 9 }),
      (amounts, moved, of) => {
        const taken = amounts.reduce((sum, amount) => sum + amount, 0)
        const unit = Math.ceil(taken / of)
        const quantity = Math.min(moved, of)
        const from = {
          adjustments: amounts.map(
            (amount, index) =>
              ({ id: `a${index}`, kind: 'discount', shares: [{ lineId: 'l', amount }] }) as unknown as Adjustment,
          ),
        }
        const after = adjustmentsMoved(from, { adjustments: [] }, [
          { lineId: brand('l'), movedId: brand('m'), quantity, of },
        ])
        const sum = (adjustments: Adjustment[]) =>
          adjustments.flatMap((one) => one.shares).reduce((total, share) => total + share.amount, 0)
        if (after === undefined) return expect(amounts.length).toBe(0)
        expect(sum(after.from) + sum(after.to)).toBe(taken)
        expect(sum(after.from)).toBeLessThanOrEqual(unit * (of - quantity))
        expect(sum(after.to)).toBeLessThanOrEqual(unit * quantity)
      },
    ),
  )
})

test('[BILL-10] the automatic charge begins at its covers, after discounts, and bears its own tax', () => {
  const lines = [line('a', { unitPrice: 2000, quantity: 5 })]
  const discount = { id: 'd', kind: 'discount', shares: [{ lineId: 'a', amount: 1000 }] } as unknown as Adjustment
  const rule = { fromCovers: 8, rate: 1000, included: false }
  const at = (covers: number) => billOf(orderOf(lines, { service: { covers }, adjustments: [discount] }), terms(rule))
  expect(at(7).service).toBe(0)
  expect(at(8).service).toBe(900)
  expect(at(8).serviceTaxes).toEqual([{ rate: 1900, included: false, net: 900, tax: 171 }])
  expect(at(8).total).toBe(9000 + 900 + 171)
  expect(billOf(orderOf(lines, { service: { covers: 12 } }), terms()).service).toBe(0)
})
