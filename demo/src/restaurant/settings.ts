// Casa Lola, the demo restaurant: how it works.
import { defaultThresholds } from '@comanda/shared/model/default-thresholds'
import type { Settings, Tax } from '@comanda/shared/model/settings'
import { Settings as SettingsSchema, Tax as TaxSchema } from '@comanda/shared/model/settings'

export const settings: Settings = SettingsSchema.parse({
  name: 'Casa Lola',
  zone: 'Europe/Madrid',
  cutoffHour: 4,
  locale: 'en-IE',
  currency: 'EUR',
  minorDigits: 2,
  language: 'en',
  thresholds: defaultThresholds,
  peakFactor: 1.3,
  serviceCharge: { automatic: true, fromCovers: 8, rate: 1000, taxId: 'vat-10' },
  hasExpo: true,
  reasons: {
    void: ['Guest changed mind', 'Wrong dish entered', 'Too slow', 'Guest left', 'Out of stock'],
    sendBack: ['Undercooked', 'Overcooked', 'Cold', 'Wrong dish', 'Something in it'],
    discount: ['Regular guest', 'Waited too long', 'Staff meal', 'Promotion'],
    comp: ['On the house', 'Birthday', 'Complaint'],
  },
  grants: {},
})

export const taxes: readonly Tax[] = [
  { id: 'vat-10', name: { en: 'VAT 10 %', ru: 'НДС 10 %' }, rate: 1000, included: true },
  { id: 'vat-21', name: { en: 'VAT 21 %', ru: 'НДС 21 %' }, rate: 2100, included: true },
].map((tax) => TaxSchema.parse(tax))
