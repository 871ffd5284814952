// The day's figures off the book's pages, cut every way a report cuts them.
import type { DailyReport, SalesSums } from '@comanda/db/reports'
import { divided, percentile, taxWithin, total } from './arithmetic.ts'
import type { Book, Entry } from './book.ts'

type Terms = Pick<DailyReport, 'from' | 'to' | 'zone'>
export type Figures = Omit<DailyReport, 'asOf'>

function sums(entries: readonly Entry[]): SalesSums {
  const [gross, discounts] = [total(entries, (entry) => entry.gross), total(entries, (entry) => entry.discounts)]
  const [comps, voids] = [total(entries, (entry) => entry.comps), total(entries, (entry) => entry.voids)]
  const quantity = total(entries, (entry) => (entry.dish.isRemake ? 0 : entry.quantity))
  return { quantity, gross, discounts, comps, voids, net: gross - discounts - comps - voids }
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

function cut<Named>(entries: readonly Entry[], keyOf: (entry: Entry) => string, named: (entry: Entry) => Named) {
  return grouped(entries, keyOf).flatMap((group) => {
    const last = group[group.length - 1]
    return last === undefined ? [] : [{ ...named(last), ...sums(group) }]
  })
}

/** A line's tax lies in what the line comes to at last, rounded once. */
function taxes(book: Book): DailyReport['tax'] {
  const worth = ({ gross, discounts, comps, voids }: Entry): number => gross - discounts - comps - voids
  const ofLines = grouped(book.entries, ({ lineId, dish }) => `${lineId} ${dish.itemId}`).flatMap((group) => {
    const rate = group[0]?.dish.taxRate
    return rate === undefined ? [] : [{ rate, amount: total(group, worth), tax: taxWithin(total(group, worth), rate) }]
  })
  const rate = book.menu.taxRate(book.menu.settings.serviceCharge.taxId ?? '')
  const ofService = book.closings.map(({ service }) => ({ rate, amount: service, tax: taxWithin(service, rate) }))
  return grouped([...ofLines, ...ofService], (one) => String(one.rate).padStart(5, '0'))
    .map((group) => ({
      rate: group[0]?.rate ?? 0,
      included: true,
      net: total(group, ({ amount, tax }) => amount - tax),
      tax: total(group, ({ tax }) => tax),
    }))
    .filter(({ net, tax }) => net !== 0 || tax !== 0)
}

function payments(book: Book): DailyReport['payments'] {
  const all = [...book.orders.values()].flatMap((order) => order.payments)
  return grouped(all, ({ method }) => method).flatMap((group) => {
    const method = group[0]?.method
    if (method === undefined) return []
    const [amount, tips] = [total(group, (one) => one.amount), total(group, ({ tip }) => tip)]
    const [refunds, refundedTips] = [total(group, ({ refunded }) => refunded), total(group, (one) => one.refundedTip)]
    return [{ method, amount, tips, refunds, refundedTips }]
  })
}

const stations = (book: Book): DailyReport['stations'] =>
  grouped(book.bumps, ({ station }) => station).map((group) => {
    const late = group.filter(({ seconds, target }) => seconds >= target).length
    const times = group.map(({ seconds }) => seconds)
    return {
      stationId: group[0]?.station ?? '',
      tickets: group.length,
      lines: total(group, ({ lines }) => lines),
      medianSeconds: Math.round(percentile(times, 50) ?? 0),
      p90Seconds: Math.round(percentile(times, 90) ?? 0),
      late,
      lateRate: Math.round((late * 10_000) / group.length),
    }
  })

const calls = (book: Book): DailyReport['calls'] =>
  grouped([...book.calls.values()], ({ kind }) => kind).map((group) => {
    const times = group.flatMap(({ at, answeredAt }) => (answeredAt === undefined ? [] : [(answeredAt - at) / 1_000]))
    const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value))
    return {
      kind: group[0]?.kind as DailyReport['calls'][number]['kind'],
      calls: group.length,
      taken: times.length,
      cancelled: group.filter(({ cancelled }) => cancelled).length,
      medianSeconds: rounded(percentile(times, 50)),
      p90Seconds: rounded(percentile(times, 90)),
    }
  })

function turn(book: Book): DailyReport['turn'] {
  const times = book.closings
    .filter(({ counts, order }) => counts && order.openedAtTable)
    .map(({ at, order }) => (at - order.openedAt) / 60_000)
  const tenth = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10)
  const mean = times.length === 0 ? null : total(times, (time) => time) / times.length
  return { orders: times.length, medianMinutes: tenth(percentile(times, 50)), averageMinutes: tenth(mean) }
}

function losses(book: Book): Pick<Figures, 'voids' | 'wasted' | 'waste' | 'afterBill' | 'remakes' | 'refusedDemand'> {
  const back = book.waste.filter(({ cause }) => cause === 'send-back')
  return {
    voids: book.voids.map(({ order, line, void: struck }) => ({
      ...struck,
      ...{ orderId: order.id, itemId: line.dish.itemId, name: line.dish.name },
    })),
    wasted: book.waste.map(({ dish, ...rest }) => ({ ...rest, itemId: dish.itemId, name: dish.name })),
    waste: total(book.waste, ({ cost }) => cost),
    afterBill: book.changes as Figures['afterBill'],
    remakes: { count: back.length, cost: total(back, ({ cost }) => cost) },
    refusedDemand: grouped(book.refused, ({ itemId, code }) => `${itemId} ${code}`).map((group) => ({
      itemId: group[0]?.itemId ?? '',
      quantity: total(group, ({ quantity }) => quantity),
      code: group[0]?.code ?? '',
    })),
  }
}

export function figuresOf(book: Book, terms: Terms): Figures {
  const { entries, closings } = book
  const [orders, covers] = [
    closings.filter(({ counts }) => counts).length,
    total(closings, (one) => (one.counts ? one.covers : 0)),
  ]
  const closed = total(closings, ({ net }) => net)
  const paid = payments(book)
  const hourOf = ({ at }: Entry): number => book.menu.wall(at).hour
  return {
    ...terms,
    sales: sums(entries),
    ...losses(book),
    tax: taxes(book),
    service: total(closings, ({ service }) => service),
    tips: total(paid, ({ tips, refundedTips }) => tips - refundedTips),
    payments: paid,
    refunds: total(paid, ({ refunds }) => refunds),
    walkOuts: {
      count: closings.filter(({ walkedOut }) => walkedOut).length,
      amount: total(closings, ({ unpaid }) => unpaid),
    },
    orders,
    covers,
    averageCheck: orders === 0 ? null : divided(closed, orders),
    averagePerCover: covers === 0 ? null : divided(closed, covers),
    byHour: cut(
      entries,
      (entry) => String(hourOf(entry)).padStart(2, '0'),
      (entry) => ({ hour: hourOf(entry) }),
    ),
    byCategory: cut(
      entries,
      ({ dish }) => dish.categoryId,
      ({ dish }) => ({ categoryId: dish.categoryId, name: dish.categoryName }),
    ),
    byItem: grouped(entries, ({ dish }) => dish.itemId).flatMap((group) =>
      cut(
        group,
        () => '',
        ({ dish }) => ({
          itemId: dish.itemId,
          categoryId: dish.categoryId,
          name: dish.name,
          cost: dish.cost * sums(group).quantity,
        }),
      ),
    ),
    byStaff: cut(
      entries,
      ({ dish }) => dish.staffId,
      ({ dish }) => ({ staffId: dish.staffId }),
    ),
    byArea: cut(
      entries,
      ({ dish }) => dish.areaId ?? '',
      ({ dish }) => ({ areaId: dish.areaId }),
    ),
    byType: cut(
      entries,
      ({ type }) => type,
      ({ type }) => ({ type }),
    ),
    stations: stations(book),
    calls: calls(book),
    turn: turn(book),
  }
}
