// What was drafted for a table goes along to the order that was chosen there, with everything that was said.
import { toast } from '@comanda/ui-kit/toasts'
import { type Draft, type DraftTarget, isBlank } from '../draft/draft.ts'
import { texts } from '../texts/texts.ts'
import type { Party } from './party.ts'

type MoveFrom = Pick<Party, 'draft'> & {
  waiter: { drafts: Pick<Party['waiter']['drafts'], 'at' | 'join'>; session: Pick<Party['waiter']['session'], 't'> }
}

/** Where it must not be mixed with what lies there it stays, and that is said. */
export function moveDraft(party: MoveFrom, target: DraftTarget, into?: Draft): void {
  const draft = party.draft.peek()
  const { drafts, session } = party.waiter
  if (draft === undefined || (isBlank(draft) && draft.recordOnly !== true)) return
  const there = into ?? drafts.at(target)
  if (there.id === draft.id) return
  if (drafts.join(draft, there) === undefined) toast(session.t(texts).draft.notMixed, { tone: 'warn', stays: 0 })
}
