// What can go wrong on the way, as data. `up` is from the device to the server, `down` the other way.

export type Direction = 'up' | 'down'

export type NetworkFaults = {
  latencyMs: number
  /** Added to each piece's latency: 0 to this many milliseconds. Order is kept, as TCP keeps it. */
  jitterMs: number
  /** Deliver in pieces of 1 to this many bytes. */
  sliceBytes: number | null
  /** For each connection and direction. */
  bytesPerSecond: number | null
  /** Nothing arrives, not even the news of a close, until it is lifted; then all of it does, as after a resend. */
  hold: Record<Direction, boolean>
  /** Bytes vanish. A connection that lost bytes is reset when this is lifted: TCP never delivers past a hole. */
  swallow: Record<Direction, boolean>
}

export type DirectionCounts = {
  /** Bytes that came out of the sender. */
  received: number
  /** Bytes handed to the receiver. */
  delivered: number
  /** Bytes that vanished, by `swallow` or because the connection was cut under them. */
  lost: number
  /** How many pieces were delivered. */
  pieces: number
}

export const noFaults = (): NetworkFaults => ({
  latencyMs: 0,
  jitterMs: 0,
  sliceBytes: null,
  bytesPerSecond: null,
  hold: { up: false, down: false },
  swallow: { up: false, down: false },
})

export const noCounts = (): DirectionCounts => ({ received: 0, delivered: 0, lost: 0, pieces: 0 })
