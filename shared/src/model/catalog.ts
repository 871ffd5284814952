// Everything a manager edits, as one set of entities that is published together.
import { z } from 'zod'
import { Area, Printer, Station, Table } from './floor.ts'
import { Category, Item, ModifierGroup } from './menu.ts'
import { Settings, Tax } from './settings.ts'
import { Person } from './staff.ts'

const removed = z.object({ id: z.string().min(1).max(48) })

/** One entity put in its new shape, or removed. */
export const CatalogChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('category'), put: Category }),
  z.object({ kind: z.literal('item'), put: Item }),
  z.object({ kind: z.literal('modifierGroup'), put: ModifierGroup }),
  z.object({ kind: z.literal('area'), put: Area }),
  z.object({ kind: z.literal('table'), put: Table }),
  z.object({ kind: z.literal('station'), put: Station }),
  z.object({ kind: z.literal('printer'), put: Printer }),
  z.object({ kind: z.literal('person'), put: Person }),
  z.object({ kind: z.literal('tax'), put: Tax }),
  z.object({ kind: z.literal('settings'), put: Settings }),
  z.object({
    kind: z.literal('remove'),
    of: z.enum(['category', 'item', 'modifierGroup', 'area', 'table', 'station', 'printer', 'tax']),
    remove: removed,
  }),
])
export type CatalogChange = z.infer<typeof CatalogChange>
