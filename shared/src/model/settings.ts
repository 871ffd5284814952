// How this restaurant works: everything that a rule calls a default and that a manager may change.
import { z } from 'zod'
import { PrinterId, TaxId } from './ids.ts'
import { BasisPoints } from './money.ts'
import { Role } from './staff.ts'
import { Language, LocalText, Reason } from './text.ts'

export const Tax = z.object({
  id: TaxId,
  name: LocalText,
  rate: BasisPoints,
  /** Included in the price the guest reads, or added on top of it. */
  included: z.boolean(),
})
export type Tax = z.infer<typeof Tax>

export const ServiceCharge = z.object({
  automatic: z.boolean(),
  fromCovers: z.int().min(1).max(100),
  rate: BasisPoints,
  /** Its tax, when it bears one. */
  taxId: TaxId.optional(),
})
export type ServiceCharge = z.infer<typeof ServiceCharge>

const seconds = z
  .int()
  .min(1)
  .max(24 * 3600)

/** Every waiting time that a rule names, in seconds. */
export const Thresholds = z.object({
  takeBack: seconds,
  courseReminderAfterServed: seconds,
  courseReminderAfterReady: seconds,
  verdict: seconds,
  unmerge: seconds,
  queuedMark: seconds,
  queuedAsk: seconds,
  startAfterConfirmed: seconds,
  startAfterConfirmedBar: seconds,
  unconfirmedAlert: seconds,
  backupPrint: seconds,
  readyToArea: seconds,
  readyToFront: seconds,
  callToArea: seconds,
  callToFront: seconds,
  callCoolDown: seconds,
  takeawayPrep: seconds,
  tabletSilent: seconds,
  prepBar: seconds,
  prepCold: seconds,
  prepHotStarter: seconds,
  prepMain: seconds,
  prepDessert: seconds,
})
export type Thresholds = z.infer<typeof Thresholds>

/** One cell of role x command: may do it, may do it with an approval, may not. */
export const Grant = z.enum(['allowed', 'approval', 'denied'])
export type Grant = z.infer<typeof Grant>

export const Settings = z.object({
  name: z.string().trim().min(1).max(60),
  zone: z.string().min(1).max(60),
  cutoffHour: z.int().min(0).max(23),
  locale: z.string().min(2).max(20),
  currency: z.string().regex(/^[A-Z]{3}$/),
  minorDigits: z.int().min(0).max(3),
  language: Language,
  thresholds: Thresholds,
  /** How long a shared tablet may lie untouched before it locks, in seconds; 45 where nothing is said (ADM-6). */
  tabletLock: seconds.optional(),
  /** Stretches every prep target while the peak button is on. */
  peakFactor: z.number().min(1).max(3),
  serviceCharge: ServiceCharge,
  hasExpo: z.boolean(),
  /** Where bills print unless somebody names another printer. Absent: they are shown, and the browser prints. */
  billPrinterId: PrinterId.optional(),
  reasons: z.object({
    void: z.array(Reason).max(30),
    sendBack: z.array(Reason).max(30),
    discount: z.array(Reason).max(30),
    comp: z.array(Reason).max(30),
  }),
  /** What the owner changed in the role x command table: role -> command type -> grant. */
  grants: z.partialRecord(Role, z.record(z.string().max(40), Grant)),
})
export type Settings = z.infer<typeof Settings>
