// What hosts, cashiers and managers do: guests' calls, the bill, cash, the day, and running the place.

import type { BillPart } from '@comanda/shared/model/bill'
import type { DeviceId, SessionId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Line } from '@comanda/shared/model/order'
import { type Offers, ordersOf, pickAnyOrder, pickOf, type Scene, some } from './offer.ts'

type FrontCommand =
  | 'call.raise'
  | 'call.take'
  | 'call.resolve'
  | 'call.cancel'
  | 'discount.apply'
  | 'comp.apply'
  | 'adjustment.remove'
  | 'service.add'
  | 'service.remove'
  | 'bill.ask'
  | 'bill.take'
  | 'bill.print'
  | 'payment.record'
  | 'payment.correct'
  | 'payment.refund'
  | 'cash.open'
  | 'cash.move'
  | 'cash.close'
  | 'staff.check-out'
  | 'day.close'
  | 'clock.confirm'
  | 'catalog.take-back'
  | 'section.assign'
  | 'device.register'
  | 'access.revoke'
  | 'access.restore'

const tablesOf = ({ view }: Scene): TableId[] => Object.keys(view.catalog.tables) as TableId[]
const peopleOf = ({ view }: Scene): StaffId[] => Object.keys(view.catalog.people) as StaffId[]

const callId = (scene: Scene) => {
  const id = pickOf(
    scene,
    [...scene.view.calls.values()].map(({ id: call }) => call),
  )
  return id && { callId: id }
}

const someLines = (scene: Scene, lines: readonly Line[]) =>
  lines.length > 0 && scene.random.chance(0.6) ? { lineIds: some(scene, lines, 3).map(({ id }) => id) } : {}

const partOf = (scene: Scene, lines: readonly Line[]): BillPart => {
  const { random } = scene
  const kind = random.fraction()
  if (kind < 0.5 || lines.length === 0) return { kind: 'rest' }
  if (kind < 0.62) return { kind: 'amount' }
  if (kind < 0.74) return { kind: 'seat', seat: random.integer(1, 6) }
  if (kind < 0.88) return { kind: 'lines', lineIds: some(scene, lines, 3).map(({ id }) => id) }
  const of = random.integer(2, 4)
  return { kind: 'equal', index: random.integer(1, of), of }
}

const paidOrder = (scene: Scene) => {
  const order = pickOf(
    scene,
    ordersOf(scene).filter(({ payments }) => payments !== undefined && payments.length > 0),
  )
  const payment = order === undefined ? undefined : pickOf(scene, order.payments ?? [])
  return order && payment && { order, payment }
}

const shiftOf = (scene: Scene) =>
  pickOf(
    scene,
    [...scene.view.cashShifts.values()].filter(({ closed }) => closed === undefined || scene.random.chance(0.1)),
  )

export const frontOffers: Offers<FrontCommand> = {
  'call.raise': (scene) => {
    const tableId = pickOf(scene, tablesOf(scene))
    return tableId && { tableId, kind: scene.random.pick(['waiter', 'bill', 'water'] as const) }
  },
  'call.take': callId,
  'call.resolve': callId,
  'call.cancel': callId,
  'discount.apply': (scene) => {
    const order = pickAnyOrder(scene)
    if (order === undefined) return undefined
    const { random } = scene
    const asked = random.chance(0.5)
      ? { by: 'percent' as const, rate: random.integer(1, 10_000) }
      : { by: 'amount' as const, amount: random.integer(1, 2_000) }
    return { orderId: order.id, asked, reason: 'regular', ...someLines(scene, order.lines) }
  },
  'comp.apply': (scene) => {
    const order = pickAnyOrder(scene)
    return order && { orderId: order.id, reason: 'waited', ...someLines(scene, order.lines) }
  },
  'adjustment.remove': (scene) => {
    const order = pickOf(
      scene,
      ordersOf(scene).filter(({ adjustments }) => adjustments !== undefined && adjustments.length > 0),
    )
    const adjustment = order === undefined ? undefined : pickOf(scene, order.adjustments ?? [])
    return order && adjustment && { orderId: order.id, adjustmentId: adjustment.id }
  },
  'service.add': (scene) => {
    const order = pickAnyOrder(scene)
    return order && { orderId: order.id, ...(scene.random.chance(0.4) ? { rate: 1250 } : {}) }
  },
  'service.remove': (scene) => {
    const order = pickAnyOrder(scene)
    return order && { orderId: order.id, reason: 'slow' }
  },
  'bill.ask': (scene) => {
    const order = pickAnyOrder(scene)
    return order && { orderId: order.id }
  },
  'bill.take': (scene) => {
    const order = pickAnyOrder(scene)
    return order && { orderId: order.id }
  },
  'bill.print': (scene) => {
    const order = pickAnyOrder(scene)
    return order && { orderId: order.id }
  },
  'payment.record': (scene) => {
    const { random } = scene
    const order = pickAnyOrder(scene)
    if (order === undefined) return undefined
    const part = partOf(scene, order.lines)
    const method = random.pick(['cash', 'card', 'other'] as const)
    return {
      orderId: order.id,
      part,
      method,
      ...(part.kind === 'amount' ? { amount: random.integer(1, 3_000) } : {}),
      ...(random.chance(0.3) ? { tip: random.integer(1, 500) } : {}),
      ...(method === 'cash' && random.chance(0.3) ? { tendered: random.integer(1, 20) * 1_000 } : {}),
    }
  },
  'payment.correct': (scene) => {
    const paid = paidOrder(scene)
    if (paid === undefined) return undefined
    const change = scene.random.chance(0.5)
      ? { method: scene.random.pick(['cash', 'card', 'other'] as const) }
      : { tip: scene.random.integer(0, 400) }
    return { orderId: paid.order.id, paymentId: paid.payment.id, ...change }
  },
  'payment.refund': (scene) => {
    const paid = paidOrder(scene)
    if (paid === undefined) return undefined
    const amount = scene.random.integer(0, paid.payment.amount)
    return { orderId: paid.order.id, paymentId: paid.payment.id, amount, reason: 'complaint' }
  },
  'cash.open': (scene) => ({ float: scene.random.integer(0, 20) * 1_000 }),
  'cash.move': (scene) => {
    const shift = shiftOf(scene)
    const direction = scene.random.pick(['in', 'out'] as const)
    return shift && { shiftId: shift.id, direction, amount: scene.random.integer(1, 5_000), reason: 'change' }
  },
  'cash.close': (scene) => {
    const shift = shiftOf(scene)
    return shift && { shiftId: shift.id, counted: [{ value: 1_000, count: scene.random.integer(0, 40) }] }
  },
  'staff.check-out': (scene) => {
    const staffId = pickOf(scene, peopleOf(scene))
    return staffId && { staffId, unsent: scene.random.chance(0.2) ? 1 : 0 }
  },
  'day.close': (scene) => ({
    carryOver: ordersOf(scene)
      .filter(({ status }) => status === 'open')
      .map(({ id }) => id),
  }),
  'clock.confirm': () => ({}),
  'catalog.take-back': (scene) => {
    const publication = pickOf(scene, scene.view.publications)
    return publication && { publicationId: publication.id }
  },
  'section.assign': (scene) => {
    const staffId = scene.random.chance(0.3) ? null : (pickOf(scene, peopleOf(scene)) ?? null)
    return { tableIds: some(scene, tablesOf(scene), 3), staffId }
  },
  'device.register': (scene) => ({
    deviceId: `spare-${scene.random.integer(1, 3)}` as DeviceId,
    name: 'Spare tablet',
    kind: 'tablet',
    stationIds: [],
  }),
  // mostly a tablet in a drawer; now and then one that somebody is working with
  'access.revoke': ({ random }) => {
    if (random.chance(0.7)) return { deviceId: `spare-${random.integer(1, 3)}` as DeviceId }
    return random.chance(0.5) ? { deviceId: 'dev-3' as DeviceId } : { sid: 'sid-3' as SessionId }
  },
  'access.restore': () => ({ staffId: 'olga' as StaffId }),
}
