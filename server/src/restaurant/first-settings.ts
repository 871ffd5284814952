// What a restaurant is before its own settings are published: the defaults of the rules, in no place in particular.
import { defaultThresholds } from '@comanda/shared/model/default-thresholds'
import type { Settings } from '@comanda/shared/model/settings'

export const firstSettings: Settings = {
  name: 'Comanda',
  zone: 'UTC',
  cutoffHour: 4,
  locale: 'en',
  currency: 'EUR',
  minorDigits: 2,
  language: 'en',
  thresholds: defaultThresholds,
  peakFactor: 1.3,
  serviceCharge: { automatic: false, fromCovers: 8, rate: 1000 },
  hasExpo: false,
  reasons: { void: [], sendBack: [], discount: [], comp: [] },
  grants: {},
}
