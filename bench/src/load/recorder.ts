// Keeps, for every order that was tapped, which screens have it. An order counts once per screen, however often it is
// delivered; only orders tapped while the window is open are measured, but every order must reach every screen.
interface Underway {
  readonly tappedAt: number
  readonly measured: boolean
  readonly hasIt: Uint8Array
  screensWithout: number
  readonly everywhere: () => void
}

export interface Recorder {
  openWindow(): void
  closeWindow(): void
  /** The promise resolves when every screen has the order. */
  tap(key: string): { readonly measured: boolean; readonly tappedAt: number; readonly everywhere: Promise<void> }
  seen(screen: number, key: string): void
  answered(tap: { readonly measured: boolean; readonly tappedAt: number }): void
  /** Resolves when no order is underway to any screen. */
  settled(): Promise<void>
  underway(): number
  isUnderway(key: string): boolean
  readonly samples: { readonly answered: number[]; readonly seen: number[]; readonly seenByAll: number[] }
  framesDelivered(): number
  answersInWindow(): number
}

export function createRecorder(screens: number, now: () => number): Recorder {
  const underway = new Map<string, Underway>()
  const samples = { answered: [] as number[], seen: [] as number[], seenByAll: [] as number[] }
  const waitingForCalm: (() => void)[] = []
  let open = false
  let framesInWindow = 0
  let answersInWindow = 0

  const finish = (key: string, order: Underway, at: number): void => {
    underway.delete(key)
    if (order.measured && screens > 0) samples.seenByAll.push(at - order.tappedAt)
    order.everywhere()
    if (underway.size === 0) for (const resume of waitingForCalm.splice(0)) resume()
  }

  return {
    samples,
    openWindow: () => {
      open = true
    },
    closeWindow: () => {
      open = false
    },
    tap: (key) => {
      const { promise: everywhere, resolve } = Promise.withResolvers<void>()
      const tappedAt = now()
      const hasIt = new Uint8Array(screens)
      const order = { tappedAt, measured: open, hasIt, screensWithout: screens, everywhere: resolve }
      underway.set(key, order)
      if (screens === 0) finish(key, order, tappedAt)
      return { measured: open, tappedAt, everywhere }
    },
    seen: (screen, key) => {
      const order = underway.get(key)
      if (order === undefined || order.hasIt[screen] === 1) return
      const at = now()
      order.hasIt[screen] = 1
      order.screensWithout -= 1
      if (open) framesInWindow += 1
      if (order.measured) samples.seen.push(at - order.tappedAt)
      if (order.screensWithout === 0) finish(key, order, at)
    },
    answered: ({ measured, tappedAt }) => {
      if (open) answersInWindow += 1
      if (measured) samples.answered.push(now() - tappedAt)
    },
    settled: () =>
      new Promise((resolve) => {
        if (underway.size === 0) resolve()
        else waitingForCalm.push(resolve)
      }),
    underway: () => underway.size,
    isUnderway: (key) => underway.has(key),
    framesDelivered: () => framesInWindow,
    answersInWindow: () => answersInWindow,
  }
}
