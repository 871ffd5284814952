// Every change to a draft: pure, and each gives the draft as it is after it.
import type { DraftLine } from '@comanda/shared/domain/commands/draft'
import type { Allergen } from '@comanda/shared/model/menu'
import type { Millis } from '@comanda/shared/ports/time'
import { type CameBack, type DeclaredAllergy, type Draft, type DraftEntry, sameModifiers } from './draft.ts'

export const mostOfOne = 99
export const longestNote = 140

const touched = (draft: Draft, entries: readonly DraftEntry[], now: Millis): Draft => {
  const { problem: _answered, ...rest } = draft
  return { ...rest, entries, changedAt: now }
}

/** The very same dish, asked for in the very same way. What was weighed is each its own piece. */
const isSame = (one: DraftLine, other: DraftLine): boolean =>
  one.itemId === other.itemId &&
  one.seat === other.seat &&
  one.course === other.course &&
  one.price === other.price &&
  one.draftedAt === other.draftedAt &&
  one.grams === undefined &&
  other.grams === undefined &&
  one.note === undefined &&
  other.note === undefined &&
  one.ownBar === other.ownBar &&
  sameModifiers(one.modifiers, other.modifiers)

/** One more of a row that says the same, else a row of its own at the end. */
export function addLine(draft: Draft, line: DraftLine, now: Millis, cameBack?: CameBack): Draft {
  const same =
    cameBack === undefined
      ? draft.entries.find(
          (entry) =>
            entry.cameBack === undefined &&
            isSame(entry.line, line) &&
            entry.line.quantity + line.quantity <= mostOfOne,
        )
      : undefined
  if (same !== undefined) return setQuantity(draft, same.key, same.line.quantity + line.quantity, now)
  const entry = { key: draft.nextKey, line, ...(cameBack === undefined ? {} : { cameBack }) }
  return { ...touched(draft, [...draft.entries, entry], now), nextKey: draft.nextKey + 1 }
}

export const addLines = (draft: Draft, lines: readonly DraftLine[], now: Millis): Draft =>
  lines.reduce((sum, line) => addLine(sum, line, now), draft)

/** None of it takes the row away. */
export function setQuantity(draft: Draft, key: number, quantity: number, now: Millis): Draft {
  if (quantity < 1) return removeEntry(draft, key, now)
  const most = Math.min(mostOfOne, quantity)
  return changeLine(draft, key, (line) => ({ ...line, quantity: most }), now)
}

export const removeEntry = (draft: Draft, key: number, now: Millis): Draft =>
  touched(
    draft,
    draft.entries.filter((entry) => entry.key !== key),
    now,
  )

/** Whoever changes a line that came back has read why it did. */
export const changeLine = (draft: Draft, key: number, change: (line: DraftLine) => DraftLine, now: Millis): Draft =>
  touched(
    draft,
    draft.entries.map((entry) => (entry.key === key ? { key, line: change(entry.line) } : entry)),
    now,
  )

/** A shorter note, or none when nothing is said. */
export const noteOf = (text: string): string | undefined => {
  const said = text.trim().slice(0, longestNote)
  return said === '' ? undefined : said
}

export function withNote(line: DraftLine, text: string): DraftLine {
  const { note: _before, ...rest } = line
  const note = noteOf(text)
  return note === undefined ? rest : { ...rest, note }
}

export function withSeat(line: DraftLine, seat: number | undefined): DraftLine {
  const { seat: _before, ...rest } = line
  return seat === undefined ? rest : { ...rest, seat }
}

export function withCourse(line: DraftLine, course: number | undefined): DraftLine {
  const { course: _before, ...rest } = line
  return course === undefined ? rest : { ...rest, course }
}

export function chooseSeat(draft: Draft, seat: number | undefined): Draft {
  const { seat: _before, ...rest } = draft
  return seat === undefined ? rest : { ...rest, seat }
}

export const setCovers = (draft: Draft, covers: number, now: Millis): Draft => ({ ...draft, covers, changedAt: now })

export function setOrderNote(draft: Draft, text: string, now: Millis): Draft {
  const { note: _before, ...rest } = draft
  const note = noteOf(text)
  return { ...rest, ...(note === undefined ? {} : { note }), changedAt: now }
}

export const declareAllergy = (draft: Draft, declared: DeclaredAllergy, now: Millis): Draft => ({
  ...draft,
  allergies: [...draft.allergies, declared],
  changedAt: now,
})

export const withdrawAllergy = (draft: Draft, declared: DeclaredAllergy, now: Millis): Draft => ({
  ...draft,
  allergies: draft.allergies.filter((one) => one !== declared),
  changedAt: now,
})

export const allergyOf = (
  seat: number | undefined,
  allergens: readonly Allergen[],
  text: string,
): DeclaredAllergy | undefined => {
  const said = noteOf(text)
  if (allergens.length === 0 && said === undefined) return undefined
  return { ...(seat === undefined ? {} : { seat }), allergens, ...(said === undefined ? {} : { text: said }) }
}
