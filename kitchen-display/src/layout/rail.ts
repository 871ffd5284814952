// The order in which tickets hang, and when it may change (KDS-2, KDS-4). A touched rail is still: tickets keep their
// places, one that left keeps its slot empty, new ones only join at the end; whatever belongs further ahead waits and is
// counted. After two seconds without a touch, and with nothing fading any more, the rail is as it should be.
import type { Shape } from './fit.ts'

export type Gone = { readonly at: number; readonly why: 'bumped' | 'withdrawn' | 'elsewhere' }
export type Slot<Id> = { readonly id: Id; readonly shape: Shape; readonly gone?: Gone }
export type Rail<Id> = readonly Slot<Id>[]
export type Wanted<Id> = { readonly id: Id; readonly shape: Shape }

export type Hands = {
  readonly now: number
  /** Of the last touch or key. */
  readonly touchedAt: number
  readonly fingerDown: boolean
}

export const quietMs = 2_000
export const fadeMs = 4_000

const isQuiet = ({ now, touchedAt, fingerDown }: Hands): boolean => !fingerDown && now - touchedAt >= quietMs
const isFading = (gone: Gone | undefined, now: number): boolean => gone !== undefined && now - gone.at < fadeMs

const marked = <Id>(slot: Slot<Id>, stays: boolean, why: (id: Id) => Gone['why'], now: number): Slot<Id> => {
  if (stays) return slot.gone === undefined ? slot : { id: slot.id, shape: slot.shape }
  return slot.gone === undefined ? { ...slot, gone: { at: now, why: why(slot.id) } } : slot
}

/** Empty slots at the end are nobody's any more once they have faded: what comes next may hang there. */
const withoutFadedEnd = <Id>(rail: Rail<Id>, now: number): Rail<Id> => {
  let end = rail.length
  while (end > 0) {
    const gone = rail[end - 1]?.gone
    if (gone === undefined || isFading(gone, now)) break
    end--
  }
  return rail.slice(0, end)
}

const sameShape = (a: Shape, b: Shape): boolean => a.length === b.length && a.every((span, i) => span === b[i])

const isSettled = <Id>(rail: Rail<Id>, wanted: readonly Wanted<Id>[]): boolean =>
  rail.length === wanted.length &&
  rail.every((slot, i) => {
    const want = wanted[i]
    return slot.gone === undefined && want !== undefined && slot.id === want.id && sameShape(slot.shape, want.shape)
  })

const settled = <Id>(rail: Rail<Id>, wanted: readonly Wanted<Id>[]): Rail<Id> =>
  isSettled(rail, wanted) ? rail : wanted.map(({ id, shape }) => ({ id, shape }))

export const nextRail = <Id>(
  before: Rail<Id>,
  wanted: readonly Wanted<Id>[],
  why: (id: Id) => Gone['why'],
  hands: Hands,
): Rail<Id> => {
  const known = new Set(wanted.map(({ id }) => id))
  const rail = before.map((slot) => marked(slot, known.has(slot.id), why, hands.now))
  if (isQuiet(hands) && !rail.some(({ gone }) => isFading(gone, hands.now))) return settled(before, wanted)
  const hanging = new Set(rail.map(({ id }) => id))
  const lastHanging = wanted.findLastIndex(({ id }) => hanging.has(id))
  const joining = wanted.slice(lastHanging + 1).map(({ id, shape }) => ({ id, shape }))
  const next = [...(joining.length > 0 ? withoutFadedEnd(rail, hands.now) : rail), ...joining]
  return next.length === before.length && next.every((slot, i) => slot === before[i]) ? before : next
}

/** What is wanted and must wait for still hands: counted, so that nobody thinks it lost. */
export const waitingFor = <Id>(rail: Rail<Id>, wanted: readonly Wanted<Id>[]): Id[] => {
  const hanging = new Set(rail.map(({ id }) => id))
  return wanted.filter(({ id }) => !hanging.has(id)).map(({ id }) => id)
}

/** When the rail can next change by the mere passing of time. undefined: not by itself. */
export const railChangesAt = <Id>(rail: Rail<Id>, wanted: readonly Wanted<Id>[], hands: Hands): number | undefined => {
  if (isSettled(rail, wanted)) return undefined
  const fades = rail.flatMap(({ gone }) => (isFading(gone, hands.now) && gone !== undefined ? [gone.at + fadeMs] : []))
  return Math.max(hands.now + 1, hands.touchedAt + quietMs, ...fades)
}
