// The business day: it rolls by itself at the cut-off hour, and is closed once by a person with its numbered Z (REP-1, REP-6).
import type { OrderId } from '../../model/ids.ts'
import type { Order } from '../../model/order.ts'
import type { ZReport } from '../../model/service.ts'
import { addDays, businessDateOf } from '../business-day.ts'
import { openShifts } from '../cash-drawer.ts'
import { dateToClose } from '../day-due.ts'
import { type Context, type Decider, ok, refuse } from '../decision.ts'
import { error } from '../errors.ts'
import type { DomainEvent, EventOf } from '../events.ts'
import { personOf } from '../find.ts'
import type { State } from '../state.ts'
import { cashDeciders } from './cash.ts'

const roll: Decider<'day.roll'> = (state, _command, context) => {
  const { date } = state.day
  // a clock that went back rolls nothing back
  if (date !== null && context.businessDate <= date) return ok([])
  return ok([rolledTo(state, context.businessDate)])
}

/** Whether a drawer was opened, moved or counted on that day. */
function drawersUsed(state: State, date: string): boolean {
  const { zone, cutoffHour } = state.catalog.settings
  const isThen = (at: number): boolean => businessDateOf(at, zone, cutoffHour) === date
  return [...state.cashShifts.values()].some(
    ({ openedAt, movements, closed }) =>
      isThen(openedAt) || movements.some(({ at }) => isThen(at)) || (closed !== undefined && isThen(closed.at)),
  )
}

/** A day in which anything was open or closed, or money moved, wants its Z, now or later. */
function rolledTo(state: State, to: string, closing?: string): EventOf<'day.rolled'> {
  const { date, unclosed, closedDates } = state.day
  const isBusy = (of: string): boolean => state.orders.size > 0 || state.day.refunded === true || drawersUsed(state, of)
  const wantsZ = date !== null && date !== closing && !closedDates.includes(date) && isBusy(date)
  return { type: 'day.rolled', from: date, to, unclosed: wantsZ ? [...unclosed, date] : [...unclosed] }
}

/** Open orders of that day or an older one. Those of a later day are not its business. */
const openOrdersOf = (state: State, date: string): Order[] =>
  state.orders
    .sorted()
    .map(([, order]) => order)
    .filter((order) => order.status === 'open' && order.businessDate <= date)

type Blockers = { openOrders: OrderId[]; openShifts: string[] }

function blockersOf(state: State, date: string, carriedOver: ReadonlySet<OrderId>): Blockers | undefined {
  const { zone, cutoffHour } = state.catalog.settings
  const blockers: Blockers = {
    openOrders: openOrdersOf(state, date)
      .map((order) => order.id)
      .filter((id) => !carriedOver.has(id)),
    openShifts: openShifts(state)
      .filter((shift) => businessDateOf(shift.openedAt, zone, cutoffHour) <= date)
      .map((shift) => shift.id),
  }
  return blockers.openOrders.length + blockers.openShifts.length === 0 ? undefined : blockers
}

const close: Decider<'day.close'> = (state, command, context) => {
  if (state.clockDoubt !== null) return refuse(error('clock-doubted', { ...state.clockDoubt }))
  const date = dateToClose(state)
  if (date === null) return refuse(error('day-closed', { date: state.day.date }))
  const asked = new Set(command.args.carryOver)
  const blockers = blockersOf(state, date, asked)
  if (blockers !== undefined) return refuse(error('day-has-blockers', { date, ...blockers }))
  // figures of another moment than this one would fix for ever what is not so
  if (context.day !== undefined && context.day.asOf !== state.seq) {
    return refuse(error('day-has-blockers', { date, figuresAsOf: context.day.asOf, seq: state.seq }))
  }
  const z = zReportOf(state, date, context)
  const carriedOver = openOrdersOf(state, date).map((order) => order.id)
  const events: DomainEvent[] = [{ type: 'day.closed', z, carriedOver }]
  if (date === state.day.date) events.push(rolledTo(state, dateAfter(state, date, context), date))
  return ok(events)
}

/** After today's Z the next day without one begins at once. */
function dateAfter(state: State, closed: string, context: Context): string {
  const closedDates = [...state.day.closedDates, closed]
  let date = context.businessDate > closed ? context.businessDate : addDays(closed, 1)
  while (closedDates.includes(date)) date = addDays(date, 1)
  return date
}

function zReportOf(state: State, date: string, context: Context): ZReport {
  if (context.day === undefined) throw new Error('a day close needs the figures of its day')
  const { figures, asOf, chainHead } = context.day
  const before = state.day.perpetual ?? { gross: 0, net: 0, refunds: 0 }
  return {
    number: state.day.lastZ + 1,
    date,
    closedAt: context.now,
    closedBy: personOf(context),
    asOf,
    chainHead,
    figures,
    perpetual: {
      gross: before.gross + figures.gross,
      net: before.net + figures.net,
      refunds: before.refunds + figures.refunds,
    },
  }
}

const doubt: Decider<'clock.doubt'> = (_state, command) => ok([{ type: 'clock.doubted', ...command.args }])

const confirm: Decider<'clock.confirm'> = (state, _command, context) =>
  ok(state.clockDoubt === null ? [] : [{ type: 'clock.confirmed', by: personOf(context) }])

export const dayDeciders = {
  ...cashDeciders,
  'day.close': close,
  'day.roll': roll,
  'clock.doubt': doubt,
  'clock.confirm': confirm,
} as const
