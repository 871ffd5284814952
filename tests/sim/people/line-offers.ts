// What waiters do with lines that are sent.
import type { Course } from '@comanda/shared/model/menu'
import type { Order } from '@comanda/shared/model/order'
import { modifiersFor } from './drafts.ts'
import { type Offers, openOrders, pickLine, pickOf, type Scene, some } from './offer.ts'

type LineCommand =
  | 'round.answer'
  | 'round.dismiss'
  | 'line.take-back'
  | 'line.change'
  | 'line.void'
  | 'void.judge'
  | 'line.send-back'
  | 'line.share'
  | 'lines.recourse'
  | 'lines.serve'
  | 'course.fire'
  | 'course.hold'
  | 'order.rush'

const withCourse = (scene: Scene, status: 'held' | 'fired'): { order: Order; course: Course } | undefined => {
  const anything = scene.random.chance(0.1)
  return pickOf(
    scene,
    openOrders(scene).flatMap((order) =>
      order.courses.filter((one) => anything || one.status === status).map(({ course }) => ({ order, course })),
    ),
  )
}

const part = ({ random }: Scene, quantity: number) =>
  quantity > 1 && random.chance(0.4) ? { quantity: random.integer(1, quantity) } : {}

export const lineOffers: Offers<LineCommand> = {
  'round.answer': (scene) => {
    const asking = pickLine(scene, ({ status }) => status === 'asking')
    return asking && { orderId: asking.order.id, roundId: asking.line.roundId, fire: scene.random.chance(0.6) }
  },
  'round.dismiss': (scene) => {
    const refused = pickOf(scene, [...scene.view.refusedRounds.values()])
    return refused && { roundId: refused.id }
  },
  'line.take-back': (scene) => {
    const found = pickLine(scene, ({ status }) => status === 'held' || status === 'fired')
    return found && { orderId: found.order.id, lineId: found.line.id }
  },
  'line.change': (scene) => {
    const found = pickLine(scene, ({ status }) => status === 'held' || status === 'fired' || status === 'started')
    if (found === undefined) return undefined
    const { random } = scene
    const item = scene.view.catalog.items[found.line.itemId]
    return {
      orderId: found.order.id,
      lineId: found.line.id,
      ...(random.chance(0.5) ? { quantity: random.integer(1, 5) } : {}),
      ...(item !== undefined && random.chance(0.4) ? { modifiers: modifiersFor(scene, item) } : {}),
      ...(random.chance(0.4) ? { note: random.chance(0.3) ? null : 'extra hot' } : {}),
      ...(random.chance(0.2) ? { seat: random.chance(0.3) ? null : random.integer(1, 6) } : {}),
    }
  },
  'line.void': (scene) => {
    const found = pickLine(scene, ({ status }) => status !== 'voided' && status !== 'taken-back')
    if (found === undefined) return undefined
    return { orderId: found.order.id, lineId: found.line.id, reason: 'wrong-dish', ...part(scene, found.line.quantity) }
  },
  'void.judge': (scene) => {
    const found = pickLine(scene, ({ voided }) => voided !== undefined && voided.verdict === undefined)
    const verdict = scene.random.pick(['not-started', 'made'] as const)
    return found && { orderId: found.order.id, lineId: found.line.id, verdict }
  },
  'line.send-back': (scene) => {
    const found = pickLine(scene, ({ status }) => status === 'served' || status === 'ready')
    if (found === undefined) return undefined
    return { orderId: found.order.id, lineId: found.line.id, reason: 'cold', ...part(scene, found.line.quantity) }
  },
  'line.share': (scene) => {
    const found = pickLine(scene, ({ status }) => status !== 'voided')
    const seats = scene.random.pick([[], [1, 2], [1, 2, 3], [2]])
    return found && { orderId: found.order.id, lineId: found.line.id, seats }
  },
  'lines.recourse': (scene) => {
    const found = pickLine(scene, ({ status }) => status === 'held' || status === 'fired')
    return found && { orderId: found.order.id, lineIds: [found.line.id], course: scene.random.integer(0, 4) }
  },
  'lines.serve': (scene) => {
    const order = pickOf(
      scene,
      openOrders(scene).filter(({ lines }) => lines.some(({ status }) => status === 'ready')),
    )
    if (order === undefined) return undefined
    const ready = order.lines.filter(({ status }) => status === 'ready')
    return { orderId: order.id, lineIds: some(scene, ready, 4).map(({ id }) => id) }
  },
  'course.fire': (scene) => {
    const found = withCourse(scene, 'held')
    return found && { orderId: found.order.id, course: found.course }
  },
  'course.hold': (scene) => {
    const found = withCourse(scene, 'fired')
    return found && { orderId: found.order.id, course: found.course }
  },
  'order.rush': (scene) => {
    const order = pickOf(scene, openOrders(scene))
    if (order === undefined) return undefined
    const course = scene.random.chance(0.3) ? pickOf(scene, order.courses)?.course : undefined
    return { orderId: order.id, on: scene.random.chance(0.7), ...(course === undefined ? {} : { course }) }
  },
}
