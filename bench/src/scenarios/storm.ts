// The server restarts in mid-service: every device comes back at once while waiters keep tapping.
import type { Scenario } from './scenario.ts'

export const storm: Scenario = {
  name: 'storm',
  title: '1,000 devices reconnect after a restart while 20 orders/s are tapped',
  kinds: ['floor', 'naive', 'comanda'],
  reference: 'floor',
  columns: [
    { key: 'allLive', label: 'all live ms', digits: 0, ratio: true },
    { key: 'firstOrder', label: 'first order answered ms', digits: 0 },
    { key: 'answeredP99', label: 'answered meanwhile p99 ms', digits: 1 },
    { key: 'unseen', label: 'stored, never on every screen', digits: 0 },
  ],
  goals: [
    { column: 'allLive', text: 'all live in at most 3 s', of: 'value', atMost: 3_000 },
    { column: 'unseen', text: 'every stored order reached every screen', of: 'value', atMost: 0 },
  ],
  measure: async (lab, kind) => {
    const result = await lab.storm(kind, {
      submitters: 20,
      screens: lab.quick ? 300 : 1_000,
      listening: 'everybody',
      openOrders: 100,
      ordersPerSecond: 20,
    })
    return {
      allLive: result.allLiveMs,
      firstOrder: result.firstOrderMs,
      answeredP99: result.answeredMeanwhile.p99,
      unseen: result.acknowledgedUnseen,
    }
  },
}
