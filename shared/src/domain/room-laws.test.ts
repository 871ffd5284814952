// The two laws of the rooms, over random evenings: a room that files its narrowed events holds the narrowed state, and what
// a room decides ahead is what the server decides, narrowed.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Numbered } from './commands.ts'
import { decide } from './decide.ts'
import type { Decision } from './decision.ts'
import { type EventType, Recorded } from './events.ts'
import { narrow } from './narrow.ts'
import { narrowState } from './narrow-state.ts'
import { predicts } from './predict.ts'
import { type ReplicaRoom, replicaRooms } from './rooms.ts'
import { canonical, stateFromJson, stateToJson } from './state-json.ts'
import { play, rollTheDay, steps, tries } from './testing/evening.ts'
import { askOf } from './testing/history.ts'
import type { House } from './testing/house.ts'

const seen = (decision: Decision, house: House, room: ReplicaRoom): unknown => {
  if (!decision.ok) return canonical(decision)
  const { now: at, businessDate } = house
  return decision.value
    .map((event, i) => narrow({ seq: house.state.seq + 1 + i, at, businessDate, event }, room))
    .filter((recorded) => recorded !== null)
    .map(({ event }) => canonical(event))
}

const evenings = tries(120)

const happensInAnEvening: EventType[] = [
  'order.opened',
  'order.joined',
  'order.moved',
  'order.merged',
  'order.unmerged',
  'lines.moved',
  'order.closed',
  'allergy.declared',
  'round.sent',
  'round.refused',
  'round.answered',
  'lines.fired',
  'lines.held',
  'lines.recoursed',
  'line.taken-back',
  'line.changed',
  'line.voided',
  'void.judged',
  'line.sent-back',
  'lines.served',
  'ticket.started',
  'ticket.line-done',
  'ticket.bumped',
  'ticket.recalled',
  'course.called',
  'ticket.claimed',
  'station.switched',
  'tickets.confirmed',
  'ticket.printed',
  'item.counted',
  'ask.answered',
  'adjustment.applied',
  'payment.recorded',
  'catalog.published',
]

test('every room arrives at the narrowed state by its narrowed events alone', () => {
  let accepted = 0
  const told = new Set<EventType>()
  fc.assert(
    fc.property(steps(60), fc.boolean(), (history, hasExpo) => {
      const evening = play(history, undefined, { hasExpo })
      accepted += evening.accepted
      for (const { event } of evening.house.log) told.add(event.type)
      rollTheDay(evening.house)
      for (const room of replicaRooms)
        expect(canonical(evening.house.rooms.get(room)), room).toEqual(
          canonical(narrowState(evening.house.state, room)),
        )
    }),
    evenings,
  )
  expect(accepted).toBeGreaterThan(2000)
  // a law that was never put to the test by an event says nothing about it
  expect([...told].sort()).toEqual(expect.arrayContaining(happensInAnEvening))
})

test('what a room decides ahead is what the server decides, as that room sees it', () => {
  let compared = 0
  fc.assert(
    fc.property(steps(40), fc.boolean(), (history, hasExpo) => {
      play(
        history,
        (house, step) => {
          const asked = askOf(house.state, house.now, step)
          if (asked === undefined) return
          const command: Numbered = house.command(asked.type, asked.args, `p${house.state.seq}`)
          const context = house.context(asked.who)
          for (const room of replicaRooms) {
            if (!predicts(room, asked.type)) continue
            const ahead = decide(narrowState(house.state, room), command, context)
            const truth = decide(house.state, command, context)
            expect(seen(ahead, house, room), `${room} ${asked.type}`).toEqual(seen(truth, house, room))
            compared++
          }
        },
        { hasExpo },
      )
    }),
    evenings,
  )
  expect(compared).toBeGreaterThan(1000)
})

test('every event of a random evening is what its schema says, and the state survives its text', () => {
  fc.assert(
    fc.property(steps(60), (history) => {
      const { house } = play(history)
      for (const recorded of house.log) expect(canonical(Recorded.parse(recorded))).toEqual(canonical(recorded))
      expect(canonical(stateFromJson(stateToJson(house.state)))).toEqual(canonical(house.state))
    }),
    tries(60),
  )
})
