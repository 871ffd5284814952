// The times a takeaway can be promised for: round ones, so that people can say them.
export const promiseMinutes: readonly number[] = [15, 20, 30, 40, 50, 60, 75, 90, 120]

const step = 5 * 60_000

export const promiseIn = (now: number, minutes: number): number => Math.ceil((now + minutes * 60_000) / step) * step
