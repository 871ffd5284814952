import { boot } from './boot.ts'
import { fanout } from './fanout.ts'
import { growth } from './growth.ts'
import { halfLoad } from './half-load.ts'
import { memory } from './memory.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { reports } from './reports.ts'
import { rush } from './rush.ts'
import type { Scenario } from './scenario.ts'
import { storm } from './storm.ts'
import { throughput, throughputEverybody } from './throughput.ts'

/** In the order in which they run: `half-load` builds on what `throughput` found. */
export const allScenarios: readonly Scenario[] = [
  throughput,
  throughputEverybody,
  oneAtATime,
  halfLoad,
  rush,
  fanout,
  storm,
  growth,
  memory,
  boot,
  reports,
]
