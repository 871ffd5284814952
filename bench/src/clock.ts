// The bench's only source of time: milliseconds since this process began, with fractions.
export const now = (): number => performance.now()

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)))

export const today = (): string => new Date().toISOString()

/** The promise's value, or an error naming what was waited for. The timer never outlives the wait. */
export async function within<T>(milliseconds: number, what: string, wait: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([wait, late])
  } finally {
    clearTimeout(timer)
  }
}
