// How long things may take where a restaurant has not said otherwise, in seconds: the numbers of the rules.
import type { Thresholds } from './settings.ts'

const minutes = (count: number): number => count * 60

export const defaultThresholds: Thresholds = {
  takeBack: 60,
  courseReminderAfterServed: minutes(10),
  courseReminderAfterReady: minutes(15),
  verdict: minutes(5),
  unmerge: minutes(10),
  queuedMark: minutes(2),
  queuedAsk: minutes(10),
  startAfterConfirmed: 120,
  startAfterConfirmedBar: 30,
  unconfirmedAlert: 10,
  backupPrint: 25,
  readyToArea: 60,
  readyToFront: 120,
  callToArea: 120,
  callToFront: 240,
  callCoolDown: 120,
  takeawayPrep: minutes(20),
  tabletSilent: 20,
  prepBar: minutes(6),
  prepCold: minutes(10),
  prepHotStarter: minutes(12),
  prepMain: minutes(20),
  prepDessert: minutes(10),
}
