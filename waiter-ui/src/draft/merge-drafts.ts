// Two drafts of one party become one, with everything that was written in either.
import type { DeclaredAllergy, Draft } from './draft.ts'
import { addLine, noteOf } from './draft-edit.ts'

const says = ({ seat, allergens, text }: DeclaredAllergy): string => JSON.stringify([seat, [...allergens].sort(), text])

function bothNotes(one: string | undefined, other: string | undefined): string | undefined {
  const said = [one, other].filter((note, at, all) => note !== undefined && all.indexOf(note) === at)
  return noteOf(said.join('; '))
}

/** Dishes that were eaten already and dishes that are to be cooked never lie in one draft. */
const canMerge = (into: Draft, from: Draft): boolean =>
  into.entries.length === 0 || from.entries.length === 0 || (into.recordOnly === true) === (from.recordOnly === true)

/** What `into` is after it took in `from`; undefined where the two must not be mixed. */
export function mergeDrafts(into: Draft, from: Draft): Draft | undefined {
  if (!canMerge(into, from)) return undefined
  const changedAt = Math.max(into.changedAt, from.changedAt)
  const {
    recordOnly: _eaten,
    note: _note,
    ...rest
  } = from.entries.reduce((sum, { line, cameBack }) => addLine(sum, line, changedAt, cameBack), into)
  const isRecord = (into.entries.length > 0 ? into : from.entries.length > 0 ? from : into).recordOnly === true
  const note = bothNotes(into.note, from.note)
  const known = new Set(into.allergies.map(says))
  const covers = into.covers ?? from.covers
  const problem = into.problem ?? from.problem
  const cameFrom = into.cameFrom ?? from.cameFrom
  return {
    ...rest,
    allergies: [...into.allergies, ...from.allergies.filter((one) => !known.has(says(one)))],
    ...(covers === undefined ? {} : { covers }),
    ...(note === undefined ? {} : { note }),
    ...(isRecord ? { recordOnly: true } : {}),
    ...(problem === undefined ? {} : { problem }),
    ...(cameFrom === undefined ? {} : { cameFrom }),
    changedAt,
  }
}
