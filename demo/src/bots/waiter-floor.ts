// A waiter on the floor: fetches what is ready, answers calls and cooks, fires the next course.
import { allAsks, allCalls, mine, nextHeldCourse } from './reading.ts'
import { type Habit, minutes, seconds, since } from './scene.ts'

export const answerCooks: Habit = function* (scene) {
  const { state, me } = scene
  for (const ask of allAsks(state)) {
    if (ask.answer !== undefined || since(scene, ask.at) < seconds(15)) continue
    if (state.orders.get(ask.orderId)?.waiterId !== me) continue
    const [substitute] = ask.substitutes
    const accept = substitute !== undefined && !scene.chance.happens(0.2)
    yield { type: 'ask.answer', args: { askId: ask.id, accept, ...(accept ? { substitute } : {}) } }
  }
}

/** Rounds that waited too long on a tablet ask; refused ones are read and put away. */
export const lookAfterRounds: Habit = function* (scene) {
  for (const order of mine(scene)) {
    const asking = order.lines.find((line) => line.status === 'asking')
    if (asking !== undefined)
      yield { type: 'round.answer', args: { orderId: order.id, roundId: asking.roundId, fire: true } }
  }
  for (const round of scene.state.refusedRounds.values()) {
    if (round.by === scene.me && since(scene, round.at) > seconds(20))
      yield { type: 'round.dismiss', args: { roundId: round.id } }
  }
}

/** "Take" first, so that nobody else walks; then the dishes are on the table. */
export const fetchDishes: Habit = function* (scene) {
  const { me } = scene
  for (const order of mine(scene)) {
    for (const pickup of order.pickups) {
      const { course, readyAt, takenBy, takenAt } = pickup
      const ready = order.lines.filter((line) => pickup.lineIds.includes(line.id) && line.status === 'ready')
      if (ready.length === 0) continue
      if (takenBy === undefined) yield { type: 'pickup.take', args: { orderId: order.id, course, readyAt } }
      else if (takenBy === me && since(scene, takenAt) > seconds(25))
        yield { type: 'lines.serve', args: { orderId: order.id, lineIds: ready.map((line) => line.id) } }
    }
  }
}

/** What came with no call: somebody moved it, or it was ready before the order changed hands. */
export const fetchTheRest: Habit = function* (scene) {
  for (const order of mine(scene)) {
    const called = new Set(
      order.pickups.filter(({ takenBy }) => takenBy === scene.me).flatMap(({ lineIds }) => lineIds),
    )
    const left = order.lines.filter(
      (line) => line.status === 'ready' && !called.has(line.id) && since(scene, line.readyAt) > minutes(4),
    )
    if (left.length > 0)
      yield { type: 'lines.serve', args: { orderId: order.id, lineIds: left.map((line) => line.id) } }
  }
}

export const fireNextCourse: Habit = function* (scene) {
  for (const order of mine(scene)) {
    if (order.type !== 'dine-in') continue
    const next = nextHeldCourse(order)
    if (next === undefined) continue
    if (next.servedBefore === undefined || since(scene, next.servedBefore) > minutes(6))
      yield { type: 'course.fire', args: { orderId: order.id, course: next.course } }
  }
}

export const answerGuests: Habit = function* (scene) {
  const { state, me } = scene
  for (const call of allCalls(state)) {
    if (call.resolvedAt !== undefined) continue
    const order = call.orderId === undefined ? undefined : state.orders.get(call.orderId)
    const isMine = order?.waiterId === me || state.sections[call.tableId] === me
    if (call.takenBy === undefined && isMine && since(scene, call.at) > seconds(20))
      yield { type: 'call.take', args: { callId: call.id } }
    if (call.takenBy === me && since(scene, call.takenAt) > seconds(50))
      yield { type: 'call.resolve', args: { callId: call.id } }
  }
}
