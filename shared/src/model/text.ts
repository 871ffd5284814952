// Texts that people read, in the languages the product speaks, and the short texts that people write.
import { z } from 'zod'

export const Language = z.enum(['en', 'ru'])
export type Language = z.infer<typeof Language>

export const LocalText = z.object({ en: z.string().min(1).max(80), ru: z.string().min(1).max(80) })
export type LocalText = z.infer<typeof LocalText>

/** A note on a line or an order. Written by people, so it is personal: it lies beside the log and can be erased. */
export const Note = z.string().trim().min(1).max(140)
export type Note = z.infer<typeof Note>

export const PersonName = z.string().trim().min(1).max(60)
export type PersonName = z.infer<typeof PersonName>

/** Why something was done: a reason's code from the settings, or a person's own words. */
export const Reason = z.string().trim().min(1).max(80)
export type Reason = z.infer<typeof Reason>
