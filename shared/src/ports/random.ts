// Randomness comes in from outside, so that a run can be replayed from its seed.

export type RandomBytes = (length: number) => Uint8Array
