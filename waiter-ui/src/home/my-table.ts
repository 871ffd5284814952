// A row of the home screen: what is at a table, and what it needs.
import type { Opening } from '@comanda/shared/domain/commands/draft'
import type { Badge, Staged } from '@comanda/shared/domain/floor-table'
import type { CommandId, OrderId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import type { LocalText } from '@comanda/shared/model/text'
import type { Millis } from '@comanda/shared/ports/time'

export type Need =
  | { readonly kind: 'badge'; readonly badge: Badge; readonly since: Millis }
  /** Waited too long on a tablet: fire it or let it go? */
  | { readonly kind: 'asking'; readonly since: Millis }
  | { readonly kind: 'kitchen-asks'; readonly since: Millis }
  | { readonly kind: 'held'; readonly course: Course; readonly since: Millis }
  | { readonly kind: 'draft'; readonly dishes: number; readonly since: Millis; readonly by?: StaffId }
  | { readonly kind: 'long-wait'; readonly since: Millis }

export type MyTable = {
  readonly key: string
  /** An order that is written here and that nobody has sent yet. */
  readonly begun?: { readonly draftId: CommandId; readonly opening: Opening }
  readonly tableId?: TableId
  /** A tab or takeaway: no table stands for it. */
  readonly orderId?: OrderId
  readonly staged: Staged
  readonly covers: number
  readonly coversAssumed: boolean
  readonly need?: Need
  /** The dish that is late, by name. */
  readonly late?: LocalText
  readonly readyCourses: readonly Course[]
  readonly heldCourses: readonly Course[]
}

export type DraftedParty = {
  /** One that is to open an order is known by itself. */
  readonly draftId?: CommandId
  readonly opening?: Opening
  readonly tableId?: TableId
  readonly orderId?: OrderId
  readonly dishes: number
  readonly since: Millis
  /** Who wrote it. */
  readonly by?: StaffId
}
