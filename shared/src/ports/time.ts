// Time comes in from outside, so that the same code runs on a real or a virtual clock.

/** Milliseconds since the epoch, as the restaurant's clock tells them. May jump. */
export type Millis = number

export type Clock = {
  /** Wall time. Written into the log; may step back when somebody sets the clock. */
  now(): Millis
  /** Never goes back. For durations only; its zero means nothing. */
  monotonic(): Millis
}

export type Cancel = () => void

export type Timers = {
  after(delay: Millis, run: () => void): Cancel
}
