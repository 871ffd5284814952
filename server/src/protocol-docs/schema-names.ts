// What the parts of a schema are called: as the program calls them.
import * as draft from '@comanda/shared/domain/commands/draft'
import * as events from '@comanda/shared/domain/events'
import * as firing from '@comanda/shared/domain/events/firing'
import * as worth from '@comanda/shared/domain/events/worth'
import * as bill from '@comanda/shared/model/bill'
import * as floor from '@comanda/shared/model/floor'
import * as ids from '@comanda/shared/model/ids'
import * as instant from '@comanda/shared/model/instant'
import * as menu from '@comanda/shared/model/menu'
import * as money from '@comanda/shared/model/money'
import * as order from '@comanda/shared/model/order'
import * as service from '@comanda/shared/model/service'
import * as settings from '@comanda/shared/model/settings'
import * as staff from '@comanda/shared/model/staff'
import * as text from '@comanda/shared/model/text'
import * as ticket from '@comanda/shared/model/ticket'
import * as down from '@comanda/shared/protocol/down'
import * as up from '@comanda/shared/protocol/up'
import * as views from '@comanda/shared/protocol/views'
import { z } from 'zod'

const modules: readonly Readonly<Record<string, unknown>>[] = [
  ids,
  instant,
  money,
  text,
  menu,
  floor,
  staff,
  settings,
  bill,
  order,
  ticket,
  service,
  draft,
  firing,
  worth,
  events,
  views,
  up,
  down,
]

/** Not what a document is about itself: it would only point to itself. */
export function schemaNames(whole: z.ZodType): z.core.$ZodRegistry<{ id?: string | undefined }> {
  const names = z.registry<{ id?: string | undefined }>()
  for (const module of modules) {
    for (const [id, schema] of Object.entries(module)) {
      if (schema instanceof z.ZodType && schema !== whole && !names.has(schema)) names.add(schema, { id })
    }
  }
  return names
}
