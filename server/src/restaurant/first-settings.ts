// What a restaurant is before its own settings are published: the defaults of the rules, in no place in particular.
import type { Settings } from '@comanda/shared/model/settings'

const minutes = (count: number): number => count * 60

export const firstSettings: Settings = {
  name: 'Comanda',
  zone: 'UTC',
  cutoffHour: 4,
  locale: 'en',
  currency: 'EUR',
  minorDigits: 2,
  language: 'en',
  thresholds: {
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
  },
  peakFactor: 1.3,
  serviceCharge: { automatic: false, fromCovers: 8, rate: 1000 },
  hasExpo: false,
  reasons: { void: [], sendBack: [], discount: [], comp: [] },
  grants: {},
}
