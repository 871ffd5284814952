// What waiters may ask about lines and courses in a random evening.
import type { AskId } from '../../model/ids.ts'
import type { Course } from '../../model/menu.ts'
import { part, waiter } from './people.ts'
import type { Ask, Scene } from './scene.ts'

const aLine = (scene: Scene) => {
  const order = scene.order()
  const line = order && scene.line(order)
  return line === undefined || order === undefined ? undefined : { order, line }
}

const course = (scene: Scene): Course => scene.choose.below(4)

const asks = {
  serve: (scene) => {
    const order = scene.order()
    const ready = order?.lines.filter((line) => line.status === 'ready' || scene.choose.rarely(6)) ?? []
    if (order === undefined || ready.length === 0) return undefined
    return { who: waiter(scene), type: 'lines.serve', args: { orderId: order.id, lineIds: ready.map(({ id }) => id) } }
  },
  takeBack: (scene) => {
    const found = aLine(scene)
    if (found === undefined) return undefined
    return { who: waiter(scene), type: 'line.take-back', args: { orderId: found.order.id, lineId: found.line.id } }
  },
  change: (scene) => {
    const found = aLine(scene)
    if (found === undefined) return undefined
    const { line, order } = found
    return {
      who: waiter(scene),
      type: 'line.change',
      args: {
        orderId: order.id,
        lineId: line.id,
        ...(scene.choose.rarely(2) ? { quantity: 1 + scene.choose.below(4) } : {}),
        ...(scene.choose.rarely(2) ? { modifiers: scene.modifiers(line.itemId) } : {}),
        ...(scene.choose.rarely(3) ? { note: scene.choose.rarely(2) ? null : 'well done' } : {}),
        ...(scene.choose.rarely(3) ? { seat: scene.choose.rarely(2) ? null : 2 } : {}),
      },
    }
  },
  void: (scene) => {
    const found = aLine(scene)
    if (found === undefined) return undefined
    const { order, line } = found
    return {
      who: waiter(scene),
      type: 'line.void',
      args: { orderId: order.id, lineId: line.id, ...part(scene, line.quantity), reason: 'wrong-dish' },
    }
  },
  sendBack: (scene) => {
    const found = aLine(scene)
    if (found === undefined) return undefined
    const { order, line } = found
    return {
      who: waiter(scene),
      type: 'line.send-back',
      args: { orderId: order.id, lineId: line.id, ...part(scene, line.quantity), reason: 'cold' },
    }
  },
  share: (scene) => {
    const found = aLine(scene)
    if (found === undefined) return undefined
    const seats = scene.choose.some([1, 2, 3, 4])
    return { who: waiter(scene), type: 'line.share', args: { orderId: found.order.id, lineId: found.line.id, seats } }
  },
  recourse: (scene) => {
    const found = aLine(scene)
    if (found === undefined) return undefined
    return {
      who: waiter(scene),
      type: 'lines.recourse',
      args: { orderId: found.order.id, lineIds: [found.line.id], course: course(scene) },
    }
  },
  fire: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    return { who: waiter(scene), type: 'course.fire', args: { orderId: order.id, course: course(scene) } }
  },
  hold: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    return { who: waiter(scene), type: 'course.hold', args: { orderId: order.id, course: course(scene) } }
  },
  rush: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    return { who: waiter(scene), type: 'order.rush', args: { orderId: order.id, on: !scene.choose.rarely(3) } }
  },
  answerAsk: (scene) => {
    const ask = scene.choose.of(scene.state.asks.sorted().map(([, one]) => one))
    if (ask === undefined) return undefined
    const substitute = scene.choose.of(ask.substitutes)
    return {
      who: waiter(scene),
      type: 'ask.answer',
      args: {
        askId: ask.id as AskId,
        accept: !scene.choose.rarely(4),
        ...(substitute === undefined ? {} : { substitute }),
      },
    }
  },
} as const satisfies Record<string, Ask>

export const lineAsks: { readonly [Name in keyof typeof asks]: Ask } = asks
