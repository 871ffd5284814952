// The rail as a signal. It moves by itself when hands are off long enough: one timer waits for the next such moment.
import type { Cancel } from '@comanda/shared/ports/time'
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { type Gone, type Hands, nextRail, type Rail, railChangesAt, type Wanted } from '../layout/rail.ts'

export type RailParts<Id> = {
  readonly wanted: ReadonlySignal<readonly Wanted<Id>[]>
  readonly why: (id: Id) => Gone['why']
  readonly monotonic: () => number
  readonly after: (ms: number, run: () => void) => Cancel
}

export type RailSignal<Id> = {
  readonly rail: ReadonlySignal<Rail<Id>>
  readonly idleFor: () => number
  readonly touched: () => void
  readonly fingers: (down: number) => void
  readonly dispose: () => void
}

/** Never asked again sooner than this, whatever the clock says. */
const soonestMs = 30

export function railSignal<Id>({ wanted, why, monotonic, after }: RailParts<Id>): RailSignal<Id> {
  const rail = signal<Rail<Id>>([])
  let touchedAt = Number.NEGATIVE_INFINITY
  let down = 0
  let due: Cancel | undefined
  const settle = (): void => {
    due?.()
    const want = wanted.peek()
    const hands: Hands = { now: monotonic(), touchedAt, fingerDown: down > 0 }
    rail.value = nextRail(rail.peek(), want, why, hands)
    const next = railChangesAt(rail.peek(), want, hands)
    due = next === undefined || hands.fingerDown ? undefined : after(Math.max(soonestMs, next - hands.now), settle)
  }
  const stop = effect(() => {
    wanted.value
    settle()
  })
  return {
    rail,
    idleFor: () => monotonic() - touchedAt,
    touched: () => {
      touchedAt = monotonic()
    },
    fingers: (count) => {
      down = count
      touchedAt = monotonic()
      if (down === 0) settle()
    },
    dispose: () => {
      stop()
      due?.()
    },
  }
}
