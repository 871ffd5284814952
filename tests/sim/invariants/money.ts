// Money adds up: each bill against its own lines, each line against the facts that were written step by step, each payment
// against what came in and went back. Nothing here asks the rules how they came to an amount.
import { type Bill, billOf, grossOf, isCharged } from '@comanda/shared/domain/bill'
import type { State } from '@comanda/shared/domain/state'
import type { Line, Order } from '@comanda/shared/model/order'
import type { World } from '../world/world.ts'

type Sums = { gross: number; discounts: number; comps: number }

const add = <Key>(sums: Map<Key, Sums>, key: Key, amounts: Partial<Sums>): void => {
  const before = sums.get(key) ?? { gross: 0, discounts: 0, comps: 0 }
  sums.set(key, {
    gross: before.gross + (amounts.gross ?? 0),
    discounts: before.discounts + (amounts.discounts ?? 0),
    comps: before.comps + (amounts.comps ?? 0),
  })
}

/** The rows of a fact table by their columns' names. */
function factRows(world: World, table: string): Readonly<Record<string, string | number | null>>[] {
  const columns = world.stored.facts.tables.find(({ name }) => name === table)?.columns
  if (columns === undefined) throw new Error(`no facts are called ${table}`)
  // every row begins with its seq and position
  return (world.stored.rows.facts.get(table) ?? []).map((values) =>
    Object.fromEntries(columns.map((column, index) => [column, values[index + 2] ?? null])),
  )
}

function factsByLine(world: World): Map<string, Sums> {
  const sums = new Map<string, Sums>()
  for (const row of factRows(world, 'fact_sales')) {
    const gross = Number(row.gross) - Number(row.voids)
    add(sums, String(row.line_id), { gross, discounts: Number(row.discounts), comps: Number(row.comps) })
  }
  return sums
}

function sharesOf(order: Order): Map<string, Sums> {
  const sums = new Map<string, Sums>()
  for (const { kind, shares } of order.adjustments ?? []) {
    for (const { lineId, amount } of shares) {
      add(sums, lineId, kind === 'comp' ? { comps: amount } : { discounts: amount })
    }
  }
  return sums
}

function checkLine(world: World, line: Line, taken: Sums | undefined, facts: Sums | undefined): void {
  const should = { discounts: 0, comps: 0, ...taken, gross: isCharged(line) ? grossOf(line) : 0 }
  const found = facts ?? { gross: 0, discounts: 0, comps: 0 }
  if (found.gross !== should.gross || found.discounts !== should.discounts || found.comps !== should.comps) {
    world.witness.violated(
      'money',
      `line ${line.id} (${line.status}): facts ${JSON.stringify(found)}, the order says ${JSON.stringify(should)}`,
    )
  }
  if (should.discounts + should.comps > should.gross) {
    world.witness.violated('money', `line ${line.id}: more was taken off than it costs: ${JSON.stringify(should)}`)
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)

function billProblems(order: Order, bill: Bill): string[] {
  const charged = order.lines.filter(isCharged)
  const shares = [...sharesOf(order).values()]
  const added = sum(bill.taxes.filter(({ included }) => !included).map(({ tax }) => tax))
  const paid = sum((order.payments ?? []).map(({ amount, refunds }) => amount - sum(refunds.map((one) => one.amount))))
  const equations: Readonly<Record<string, readonly [number, number]>> = {
    gross: [bill.gross, sum(charged.map(grossOf))],
    discounts: [bill.discounts, sum(shares.map(({ discounts }) => discounts))],
    comps: [bill.comps, sum(shares.map(({ comps }) => comps))],
    net: [bill.net, bill.gross - bill.discounts - bill.comps],
    total: [bill.total, bill.net + bill.service + added],
    paid: [bill.paid, paid],
    balance: [bill.balance, bill.total - paid],
  }
  return Object.entries(equations)
    .filter(([, [found, should]]) => found !== should)
    .map(([what, [found, should]]) => `${what} ${found}, not ${should}`)
}

function checkPayments(world: World, state: State): void {
  const facts = new Map<string, number>()
  for (const { payment_id: id, kind, amount } of factRows(world, 'fact_payments')) {
    facts.set(String(id), (facts.get(String(id)) ?? 0) + (kind === 'refund' ? -Number(amount) : Number(amount)))
  }
  const homes = new Map<string, string>()
  for (const order of state.orders.values()) {
    for (const { id, amount, refunds } of order.payments ?? []) {
      const should = amount - sum(refunds.map((refund) => refund.amount))
      if (should < 0) world.witness.violated('money', `payment ${id}: more went back than came in`)
      if ((facts.get(id) ?? 0) !== should) {
        world.witness.violated('money', `payment ${id}: facts ${facts.get(id)}, the order says ${should}`)
      }
      const other = homes.get(id)
      if (other !== undefined) world.witness.violated('money', `payment ${id} is in ${other} and in ${order.id}`)
      homes.set(id, order.id)
    }
  }
}

export function checkMoney(world: World): void {
  const state = world.stored.replayed
  const facts = factsByLine(world)
  for (const order of state.orders.values()) {
    const shares = sharesOf(order)
    for (const line of order.lines) checkLine(world, line, shares.get(line.id), facts.get(line.id))
    const bill = billOf(order, { settings: state.catalog.settings, taxes: state.catalog.taxes })
    for (const problem of billProblems(order, bill)) world.witness.violated('money', `bill of ${order.id}: ${problem}`)
    const { closing } = order
    if (closing === undefined) continue
    world.witness.count('order closed')
    if (closing.net !== closing.gross - closing.discounts - closing.comps) {
      world.witness.violated('money', `the closing of ${order.id} does not add up: ${JSON.stringify(closing)}`)
    }
    if (order.walkOut !== true && closing.paid < closing.total) {
      world.witness.violated('money', `${order.id} was closed with ${closing.total} to pay and ${closing.paid} paid`)
    }
  }
  checkPayments(world, state)
}
