// What devices and the server said to each other, as it was recorded, and what of it must be the same whenever it is said.

type Frame = Readonly<Record<string, unknown>> & { readonly t: string }

export type Recorded = {
  readonly device: string
  readonly kind: 'tablet' | 'kitchen' | 'front'
  readonly staffId: string
  readonly sid: string
  readonly from: 'device' | 'server'
  readonly frame: Frame
}

/** Where in the log and when: another evening has other numbers. Who: devices and sessions are new each time. */
const differs =
  /^(seq|at|head|now|from|to|logId|businessDate|deviceId|sid|build|domain|backedUpSeq|lastCseq|[a-z]+(At|Seq|Version))$/

export function lasting(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lasting)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (differs.test(name) ? [] : [[name, lasting(inner)]])),
  )
}

/** The events that a device was told of, in order, however they were cut into frames. */
export const eventsIn = (frames: readonly Frame[]): unknown[] =>
  frames.flatMap((frame) => (frame.t === 'ev' && Array.isArray(frame.events) ? frame.events.map(lasting) : []))

export const answersIn = (frames: readonly Frame[]): unknown[] => frames.filter(({ t }) => t === 'res').map(lasting)
