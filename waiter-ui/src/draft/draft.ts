// What a waiter has written down and not sent. Its id is the id of the command that will send it, so that one draft is sent
// once, whatever happens between the tap on Send and the answer (ORD-2).
import type { ChosenModifier, DraftLine, Opening } from '@comanda/shared/domain/commands/draft'
import type { CommandId, OrderId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Allergen } from '@comanda/shared/model/menu'
import type { Millis } from '@comanda/shared/ports/time'

/** For whom it is: the party at a table, one certain order, or one that is to be opened. */
export type DraftTarget =
  | { kind: 'table'; tableId: TableId }
  /** With the table where its party sits, when it was found there. */
  | { kind: 'order'; orderId: OrderId; tableId?: TableId }
  | { kind: 'new'; opening: Opening }

/** Why a line that was sent lies here again. */
export type CameBack = 'sold-out' | 'count-too-low'

export type DraftEntry = {
  readonly key: number
  readonly line: DraftLine
  readonly cameBack?: CameBack
}

export type DeclaredAllergy = {
  readonly seat?: number
  readonly allergens: readonly Allergen[]
  readonly text?: string
}

/** Why the server, or this device, did not take it. */
export type DraftProblem = { readonly code: string; readonly details?: unknown }

export type Draft = {
  readonly id: CommandId
  readonly target: DraftTarget
  readonly by?: StaffId
  readonly entries: readonly DraftEntry[]
  readonly nextKey: number
  /** The seat that the next dish is for; none: the whole table. */
  readonly seat?: number
  /** For an order that is not there yet. */
  readonly covers?: number
  readonly allergies: readonly DeclaredAllergy[]
  readonly note?: string
  /** Cooked and eaten already: entered from paper. */
  readonly recordOnly?: boolean
  readonly changedAt: Millis
  readonly problem?: DraftProblem
  /** The command that was refused and whose lines these are. */
  readonly cameFrom?: CommandId
}

export const emptyDraft = (id: CommandId, target: DraftTarget, now: Millis, by?: StaffId): Draft => ({
  id,
  target,
  ...(by === undefined ? {} : { by }),
  entries: [],
  nextKey: 1,
  allergies: [],
  changedAt: now,
})

/** The same party, whoever asks; an order to be opened is known by its draft alone. */
export const targetKey = (target: DraftTarget, draftId: CommandId | undefined): string => {
  if (target.kind === 'table') return `table:${target.tableId}`
  return target.kind === 'order' ? `order:${target.orderId}` : `new:${draftId ?? ''}`
}

/** How many dishes: two beers are two. */
export const dishCount = (draft: Pick<Draft, 'entries'>): number =>
  draft.entries.reduce((sum, { line }) => sum + line.quantity, 0)

/** Nothing in it that would be missed. */
export const isBlank = (draft: Draft): boolean =>
  draft.entries.length === 0 &&
  draft.allergies.length === 0 &&
  draft.note === undefined &&
  draft.covers === undefined &&
  (draft.target.kind !== 'new' || (draft.target.opening.name === undefined && !draft.target.opening.promisedAt))

export const sameModifiers = (some: readonly ChosenModifier[], others: readonly ChosenModifier[]): boolean =>
  some.length === others.length &&
  some.every((one) =>
    others.some(
      (other) => one.groupId === other.groupId && one.modifierId === other.modifierId && one.prefix === other.prefix,
    ),
  )
