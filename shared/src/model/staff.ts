// Who works here. A PIN is never part of a person: it lies hashed outside the log.
import { z } from 'zod'
import { StaffId } from './ids.ts'
import { Language, PersonName } from './text.ts'

export const Role = z.enum(['waiter', 'cook', 'expediter', 'cashier', 'manager', 'owner'])
export type Role = z.infer<typeof Role>

export const Person = z.object({
  id: StaffId,
  name: PersonName,
  roles: z.array(Role).min(1).max(6),
  /** A person who left stays in the list for the reports, and acts on nothing. */
  active: z.boolean(),
  language: Language,
})
export type Person = z.infer<typeof Person>
