// What was drafted for a table goes along to the order that was chosen there.
import type { Draft, DraftTarget } from '../draft/draft.ts'
import { addLines } from '../draft/draft-edit.ts'
import type { Party } from './party.ts'

export function moveDraft(party: Party, target: DraftTarget, into?: Draft): void {
  const draft = party.draft.peek()
  const { drafts } = party.waiter
  if (draft === undefined || draft.entries.length === 0) return
  const lines = draft.entries.map(({ line }) => line)
  drafts.change(into ?? drafts.at(target), (there, now) => ({
    ...addLines(there, lines, now),
    allergies: [...there.allergies, ...draft.allergies],
  }))
  drafts.discard(draft)
}
