// Starting on a file with years of history: from the start of the process to readiness for the first order.
import type { Scenario } from './scenario.ts'

const linesOfTenYears = 5_000_000
const linesOfAQuickRun = 100_000

export const longHistory = (quick: boolean): number => (quick ? linesOfAQuickRun : linesOfTenYears)

export const boot: Scenario = {
  name: 'boot',
  title: 'start with a long history (5 million lines; --quick: 100,000)',
  kinds: ['floor', 'comanda'],
  reference: 'floor',
  columns: [
    { key: 'emptyMs', label: 'empty ms', digits: 0 },
    { key: 'longMs', label: 'long history ms', digits: 0, ratio: true },
  ],
  goals: [{ column: 'longMs', text: 'ready in at most 1 s', of: 'value', atMost: 1_000 }],
  measure: async (lab, kind) => ({
    emptyMs: await lab.startMs(kind, 0),
    longMs: await lab.startMs(kind, longHistory(lab.quick)),
  }),
}
