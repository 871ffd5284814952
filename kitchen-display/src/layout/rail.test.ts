// The rail as a property: whatever comes and goes while hands are on the glass, nothing moves and nothing is lost.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hang, pageCount } from './pages.ts'
import { fadeMs, type Hands, nextRail, quietMs, type Rail, railChangesAt, type Wanted, waitingFor } from './rail.ts'

const bumped = () => 'bumped' as const
const still = (now: number): Hands => ({ now, touchedAt: now - quietMs, fingerDown: false })
const touched = (now: number): Hands => ({ now, touchedAt: now, fingerDown: false })
const one = (id: string, shape = [1]): Wanted<string> => ({ id, shape })
const ids = (rail: Rail<string>) => rail.map(({ id, gone }) => (gone === undefined ? id : `(${id})`)).join(' ')
const grid = { columns: 5, rows: 2 }

test('[KDS-2] a rush goes first, and only when the screen was left alone for 2 s', () => {
  const rail = nextRail([], [one('a'), one('b')], bumped, still(10_000))
  const rushed = [one('rush'), one('a'), one('b')]
  const held = nextRail(rail, rushed, bumped, touched(20_000))
  expect(ids(held)).toBe('a b')
  expect(waitingFor(held, rushed)).toEqual(['rush'])
  expect(railChangesAt(held, rushed, touched(20_000))).toBe(20_000 + quietMs)
  expect(ids(nextRail(held, rushed, bumped, { ...touched(20_000), now: 20_000 + quietMs - 1 }))).toBe('a b')
  expect(ids(nextRail(held, rushed, bumped, { ...touched(20_000), now: 20_000 + quietMs }))).toBe('rush a b')
  expect(ids(nextRail(held, rushed, bumped, { now: 90_000, touchedAt: 20_000, fingerDown: true }))).toBe('a b')
})

test('[KDS-4] a bumped ticket keeps its slot for 4 s, and comes back into it', () => {
  const rail = nextRail([], [one('a'), one('b'), one('c')], bumped, still(0))
  const fading = nextRail(rail, [one('b'), one('c')], bumped, touched(10_000))
  expect(ids(fading)).toBe('(a) b c')
  expect(ids(nextRail(fading, [one('b'), one('c')], bumped, { ...touched(10_000), now: 10_000 + fadeMs - 1 }))).toBe(
    '(a) b c',
  )
  expect(ids(nextRail(fading, [one('a'), one('b'), one('c')], bumped, touched(12_000)))).toBe('a b c')
  expect(ids(nextRail(fading, [one('b'), one('c')], bumped, { ...touched(10_000), now: 10_000 + fadeMs }))).toBe('b c')
})

test('[KDS-2] a new ticket joins at the end at once, touched or not', () => {
  const rail = nextRail([], [one('a')], bumped, still(0))
  expect(ids(nextRail(rail, [one('a'), one('b')], bumped, touched(5_000)))).toBe('a b')
})

test('[KDS-2] slots that stand empty at the end are used again, those between tickets are not', () => {
  const rail = nextRail([], [one('a'), one('b'), one('c'), one('d')], bumped, still(0))
  const gone = nextRail(rail, [one('a'), one('c')], bumped, touched(10_000))
  expect(ids(gone)).toBe('a (b) c (d)')
  const later = { now: 10_000 + fadeMs, touchedAt: 10_000 + fadeMs, fingerDown: false }
  expect(ids(nextRail(gone, [one('a'), one('c'), one('e')], bumped, later))).toBe('a (b) c e')
})

test('[KDS-2] a ticket that grew takes its room when hands are off', () => {
  const rail = nextRail([], [one('a'), one('b')], bumped, still(0))
  const grown = [one('a', [2]), one('b')]
  expect(nextRail(rail, grown, bumped, touched(9_000)).map(({ shape }) => shape)).toEqual([[1], [1]])
  expect(nextRail(rail, grown, bumped, still(9_000)).map(({ shape }) => shape)).toEqual([[2], [1]])
})

test('an unchanged rail is the same rail, so that nothing is drawn again', () => {
  const wanted = [one('a'), one('b', [2])]
  const rail = nextRail([], wanted, bumped, still(0))
  expect(nextRail(rail, wanted, bumped, still(9_000))).toBe(rail)
  expect(nextRail(rail, wanted, bumped, touched(9_000))).toBe(rail)
})

const shape: fc.Arbitrary<number[]> = fc.constantFrom<number[]>([1], [1], [1], [2], [2, 1], [2, 2, 1])
const step = fc.record({
  wait: fc.integer({ min: 0, max: 5_000 }),
  touch: fc.boolean(),
  what: fc.constantFrom('new', 'rush', 'bump', 'recall', 'grow', 'nothing'),
  which: fc.nat(1_000),
  shape,
})

type Step = { wait: number; touch: boolean; what: string; which: number; shape: number[] }

const happened = (
  wanted: readonly Wanted<string>[],
  { what, which, shape: size }: Step,
  n: number,
): Wanted<string>[] => {
  const at = wanted.length === 0 ? 0 : which % wanted.length
  switch (what) {
    case 'new':
      return [...wanted, one(`t${n}`, size)]
    case 'rush':
      return [one(`r${n}`, size), ...wanted]
    case 'recall':
      return [...wanted.slice(0, at), one(`b${n}`, size), ...wanted.slice(at)]
    case 'bump':
      return wanted.filter((_, index) => index !== at)
    case 'grow':
      return wanted.map((want, index) => (index === at ? { ...want, shape: size } : want))
    default:
      return [...wanted]
  }
}

test('[KDS-2] while hands are on the glass no ticket moves; none is ever lost; then all hang in order', () => {
  let touchedSteps = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
      let wanted: Wanted<string>[] = []
      let rail: Rail<string> = []
      let now = 0
      let touchedAt = -quietMs
      for (const [n, each] of steps.entries()) {
        now += each.wait
        if (each.touch) touchedAt = now
        wanted = happened(wanted, each, n)
        const hands = { now, touchedAt, fingerDown: false }
        const next = nextRail(rail, wanted, bumped, hands)
        if (now - touchedAt < quietMs) {
          touchedSteps++
          const before = new Map(hang(rail, grid).map((place) => [`${place.id}/${place.part}`, place]))
          for (const place of hang(next, grid)) {
            const was = before.get(`${place.id}/${place.part}`)
            if (was !== undefined) expect(place).toEqual(was)
          }
        }
        const live = next.filter(({ gone }) => gone === undefined).map(({ id }) => id)
        expect([...live, ...waitingFor(next, wanted)].sort()).toEqual(wanted.map(({ id }) => id).sort())
        rail = next
      }
      const due = railChangesAt(rail, wanted, { now, touchedAt, fingerDown: false })
      if (due !== undefined) rail = nextRail(rail, wanted, bumped, { now: due, touchedAt, fingerDown: false })
      expect(rail).toEqual(wanted)
    }),
    { numRuns: 300 },
  )
  expect(touchedSteps).toBeGreaterThan(500)
})

test('[KDS-2] every part of every ticket hangs on a page, in order, in slots that nobody else has', () => {
  fc.assert(
    fc.property(
      fc.array(shape, { maxLength: 80 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 3 }),
      (shapes, columns, rows) => {
        const slips = shapes.map((size, index) => one(`t${index}`, size))
        const hung = hang(slips, { columns, rows })
        expect(hung.map(({ id, part }) => `${id}/${part}`)).toEqual(
          slips.flatMap(({ id, shape: size }) => size.map((_, part) => `${id}/${part}`)),
        )
        const taken = new Set<string>()
        let last = -1
        for (const { page, column, row, span } of hung) {
          expect(column).toBeLessThan(columns)
          expect(row + span).toBeLessThanOrEqual(rows)
          const place = (page * columns + column) * rows + row
          expect(place).toBeGreaterThan(last)
          last = place
          for (let at = row; at < row + span; at++) {
            expect(taken.has(`${page}/${column}/${at}`)).toBe(false)
            taken.add(`${page}/${column}/${at}`)
          }
        }
        if (hung.length > 0) expect(pageCount(hung)).toBe((hung.at(-1)?.page ?? 0) + 1)
      },
    ),
  )
})
