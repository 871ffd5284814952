// What must hold after any run of a house: every event is what its schema says, and every room stands where narrowing
// the whole state would put it.
import { Recorded } from '../events.ts'
import { narrowState } from '../narrow-state.ts'
import { replicaRooms } from '../rooms.ts'
import { canonical } from '../state-json.ts'
import type { House } from './house.ts'

const sameShape = (a: unknown, b: unknown): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))

/** Names what is wrong; empty: nothing. */
export function violations(house: House): string[] {
  const wrong: string[] = []
  for (const recorded of house.log) {
    const parsed = Recorded.safeParse(recorded)
    if (!parsed.success) wrong.push(`${recorded.event.type}: ${parsed.error.message}`)
    else if (!sameShape(parsed.data, recorded))
      wrong.push(`${recorded.event.type} carries what its schema does not know`)
  }
  for (const room of replicaRooms) {
    if (!sameShape(house.rooms.get(room), narrowState(house.state, room))) wrong.push(`the ${room} went its own way`)
  }
  return wrong
}
