// The reports' thread, begun when somebody asks for the first one: a server that only takes orders does without it.
import type { Reports } from '@comanda/db/reports'

export type Releasing = Reports & { release(): Promise<void> }

export function lateReports(open: () => Releasing): Releasing {
  let opened: Releasing | undefined
  const reports = (): Releasing => {
    opened ??= open()
    return opened
  }
  return {
    daily: (restaurantId, terms) => reports().daily(restaurantId, terms),
    entries: (restaurantId, terms, filter) => reports().entries(restaurantId, terms, filter),
    payments: (restaurantId, range) => reports().payments(restaurantId, range),
    closings: (restaurantId, range) => reports().closings(restaurantId, range),
    figures: (restaurantId, date) => reports().figures(restaurantId, date),
    release: async () => opened?.release(),
    close: async () => opened?.close(),
  }
}
