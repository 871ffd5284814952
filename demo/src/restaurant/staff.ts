// Casa Lola, the demo restaurant: who works there. The PINs are for trying things out and are printed at start.
import type { Role } from '@comanda/shared/model/staff'
import { Person } from '@comanda/shared/model/staff'

type Employee = { id: string; name: string; roles: readonly Role[]; language: 'en' | 'ru'; pin: string }

export const staff: readonly Employee[] = [
  { id: 'ana', name: 'Ana', roles: ['waiter'], language: 'en', pin: '1111' },
  { id: 'leo', name: 'Leo', roles: ['waiter'], language: 'en', pin: '1212' },
  { id: 'marco', name: 'Marco', roles: ['waiter'], language: 'en', pin: '1313' },
  { id: 'daria', name: 'Daria', roles: ['waiter'], language: 'ru', pin: '1414' },
  { id: 'bruno', name: 'Bruno', roles: ['cook'], language: 'en', pin: '2222' },
  { id: 'irina', name: 'Irina', roles: ['cook'], language: 'ru', pin: '2323' },
  { id: 'omar', name: 'Omar', roles: ['expediter', 'cook'], language: 'en', pin: '3333' },
  { id: 'clara', name: 'Clara', roles: ['cashier'], language: 'en', pin: '4444' },
  { id: 'pablo', name: 'Pablo', roles: ['manager'], language: 'en', pin: '5555' },
  { id: 'lola', name: 'Lola', roles: ['owner', 'manager'], language: 'en', pin: '9999' },
]

export const people = staff.map(({ id, name, roles, language }) =>
  Person.parse({ id, name, roles, active: true, language }),
)

export const pins: Readonly<Record<string, string>> = Object.fromEntries(staff.map(({ id, pin }) => [id, pin]))
