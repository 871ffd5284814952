// What lies on the shelf was written by this program or by one before it: read as any foreign text is. A record that could
// not be shown or sent counts as none; one that could is taken as it is.
import type { DraftRecord } from './draft-shelf.ts'

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => Object(value) as Fields

const isLine = (value: unknown): boolean => {
  const { itemId, quantity, modifiers } = fieldsOf(value)
  return typeof itemId === 'string' && Number.isInteger(quantity) && Array.isArray(modifiers)
}

const isEntry = (value: unknown): boolean => {
  const { key, line } = fieldsOf(value)
  return Number.isInteger(key) && isLine(line)
}

function isTarget(value: unknown): boolean {
  const { kind, tableId, orderId, opening } = fieldsOf(value)
  if (kind === 'table') return typeof tableId === 'string'
  return kind === 'order' ? typeof orderId === 'string' : kind === 'new' && typeof fieldsOf(opening).type === 'string'
}

function isDraft(value: unknown): boolean {
  const { id, target, entries, nextKey, allergies, changedAt } = fieldsOf(value)
  const isNumbered = Number.isInteger(nextKey) && typeof changedAt === 'number'
  const isWritten = Array.isArray(entries) && entries.every(isEntry) && Array.isArray(allergies)
  return typeof id === 'string' && isTarget(target) && isNumbered && isWritten
}

const isRecord = (value: unknown): value is DraftRecord => isDraft(fieldsOf(value).draft)

export const readRecords = (kept: readonly unknown[]): DraftRecord[] => kept.filter(isRecord)
