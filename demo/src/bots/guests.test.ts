import { CommandId } from '@comanda/shared/model/ids'
import { expect, test } from 'vitest'
import { chanceFrom, trait } from './chance.ts'
import { planEvening } from './guests.ts'

const opensAt = Date.UTC(2026, 5, 12, 17)
const hour = 3_600_000
const plan = { seed: 'lola', opensAt, length: 5 * hour, parties: 200, speed: 10 }

test('the same seed lets the same guests in, another seed others', () => {
  expect(planEvening(plan)).toEqual(planEvening(plan))
  expect(planEvening({ ...plan, seed: 'other' }).parties).not.toEqual(planEvening(plan).parties)
})

test('guests come in order, between the doors, most of them in the rush, and of every kind', () => {
  const { parties, doorsCloseAt } = planEvening(plan)
  const moments = parties.map(({ at }) => at)
  expect(moments).toEqual([...moments].sort((a, b) => a - b))
  expect(Math.min(...moments)).toBeGreaterThanOrEqual(opensAt)
  expect(Math.max(...moments)).toBeLessThanOrEqual(doorsCloseAt)
  expect(doorsCloseAt - opensAt).toBe((5 * hour) / 10)
  const share = (at: number): number => (at - opensAt) / (doorsCloseAt - opensAt)
  const rush = moments.filter((at) => share(at) > 0.6 && share(at) < 0.85).length
  const start = moments.filter((at) => share(at) < 0.25).length
  expect(rush).toBeGreaterThan(1.3 * start)
  expect(new Set(parties.map(({ kind }) => kind)).size).toBe(3)
  for (const { id } of parties) expect(CommandId.safeParse(id).success).toBe(true)
})

test('chance can be played again, and a trait is spread evenly over names', () => {
  const [one, same] = [chanceFrom('seed'), chanceFrom('seed')]
  for (let draw = 0; draw < 20; draw += 1) expect(one.integer(1, 1_000)).toBe(same.integer(1, 1_000))
  const drawn = Array.from({ length: 4_000 }, (_, index) => trait(`line-${index}`, 'complaint'))
  const low = drawn.filter((value) => value < 0.1).length
  expect(low).toBeGreaterThan(320)
  expect(low).toBeLessThan(480)
  expect(chanceFrom('x').pick([])).toBeUndefined()
  expect([...chanceFrom('x').shuffled([3, 1, 2])].sort()).toEqual([1, 2, 3])
})
