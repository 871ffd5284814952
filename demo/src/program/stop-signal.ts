// The first signal asks for a graceful end. A second one does not wait for it.
const signals = ['SIGTERM', 'SIGINT'] as const

export const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    const first = (): void => {
      for (const signal of signals) process.off(signal, first)
      resolve()
    }
    for (const signal of signals) process.on(signal, first)
  })
