// A random evening as a fast-check value, and the house it makes.
import fc from 'fast-check'
import type { RoundId, StaffId } from '../../model/ids.ts'
import type { Settings } from '../../model/settings.ts'
import type { CommandOf } from '../commands.ts'
import { allSubjects, duesOf } from '../timers.ts'
import { askOf, kindsOfAsk, type Step } from './history.ts'
import { House } from './house.ts'
import { smallRestaurant } from './small-restaurant.ts'

/** How a property is tried: always the same evenings, so that a red run is red again; in a long run many more, ever new ones. */
export const tries = (usual: number): { numRuns: number; seed?: number } =>
  process.env.COMANDA_TEST_LONG === '1' ? { numRuns: usual * 25 } : { numRuns: usual, seed: 8_052_026 }

export const steps = (most: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      kind: fc.nat(kindsOfAsk - 1),
      numbers: fc.array(fc.nat(997), { minLength: 6, maxLength: 14 }),
      wait: fc.oneof({ weight: 9, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(900) }),
    }),
    { minLength: Math.min(30, most), maxLength: most, size: 'max' },
  )

/** What is due comes to pass before the next person asks anything. */
export const runDues = (house: House): void => {
  for (const subject of allSubjects(house.state))
    for (const due of duesOf(house.state, subject))
      if (due.at <= house.now && due.command.type !== 'day.roll') house.run(due.command, house.context('system'))
}

/** A refused round is told to everybody who may dismiss it. */
const refuseRound = (house: House, { lines }: CommandOf<'round.send'>['args'], code: string): void => {
  const id = `r${house.state.seq}` as RoundId
  const refused = { id, at: house.now, by: 'ana' as StaffId, code, lineCount: lines.length }
  house.record({ type: 'round.refused', refused, itemIds: lines.map(({ itemId }) => itemId) })
}

/** The next morning: what is over leaves the state, what is open goes on. */
export const rollTheDay = (house: House): void => {
  house.wait(12 * 3600)
  house.businessDate = '2026-05-09'
  house.do('system', 'day.roll', {})
}

export type Outcome = { readonly house: House; readonly accepted: number; readonly refused: number }

export const play = (
  history: readonly Step[],
  before: (house: House, step: Step) => void = () => undefined,
  settings: Partial<Settings> = {},
): Outcome => {
  const house = new House(smallRestaurant(settings))
  let accepted = 0
  let refused = 0
  for (const step of history) {
    house.wait(step.wait)
    runDues(house)
    before(house, step)
    const asked = askOf(house.state, house.now, step)
    if (asked === undefined) continue
    const outcome = house.run(house.command(asked.type, asked.args), house.context(asked.who))
    if ('code' in outcome) {
      refused++
      if (asked.type === 'round.send') refuseRound(house, asked.args, outcome.code)
    } else if (outcome.length > 0) accepted++
  }
  return { house, accepted, refused }
}
