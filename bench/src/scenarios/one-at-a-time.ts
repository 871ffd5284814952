// The next order is tapped when every screen has the last one: nothing waits, so only the path itself counts.
import type { Scenario } from './scenario.ts'
import { seenColumns, seenFigures } from './scenario.ts'

export const oneAtATime: Scenario = {
  name: 'one-at-a-time',
  title: 'seen, one order at a time, by a submitter that only sends, 10 screens',
  kinds: ['floor', 'naive', 'comanda'],
  reference: 'floor',
  columns: [...seenColumns, { key: 'answeredP50', label: 'answered p50 ms', digits: 2, ratio: true }],
  goals: [{ column: 'seenP50', text: 'p50 at most 1.3 x the floor', of: 'ratio', atMost: 1.3 }],
  measure: async (lab, kind) => {
    const result = await lab.orders(kind, {
      submitters: 1,
      screens: 10,
      listening: 'screens',
      openOrders: 100,
      pace: { mode: 'single' },
      warmupMs: 1_000,
      measureMs: lab.quick ? 1_500 : 4_000,
    })
    return { ...seenFigures(result), answeredP50: result.answered.p50 }
  },
}
