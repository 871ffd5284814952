// What can be done with a draft, each said once: buttons, the menu and keys read the same declaration.
import { drinks } from '@comanda/shared/domain/courses'
import { isLive } from '@comanda/shared/domain/line-steps'
import type { Action } from '@comanda/ui-kit/action'
import { toast } from '@comanda/ui-kit/toasts'
import type { Party } from '../ordering/party.ts'
import { texts as allTexts } from '../texts/texts.ts'
import { drinksAgain, sendDraft } from './send.ts'

const words = (party: Party) => party.waiter.session.t(allTexts).draft

export const send: Action<Party> = {
  name: 'draft.send',
  tone: 'primary',
  key: ['F9', 'NumpadEnter'],
  label(party) {
    const taken = party.slip.value?.taken ?? 0
    return taken === 0 ? words(party).sendNothing : words(party).send(taken)
  },
  enabled(party) {
    const slip = party.slip.value
    if (slip === undefined || slip.rows.length === 0) return words(party).nothingToSend
    if (party.mustChoose.value) return words(party).chooseFirst
    const goes = slip.taken > 0 || slip.rows.some(({ problem }) => problem !== undefined)
    return goes ? true : words(party).soldOut
  },
  run: sendDraft,
}

/** While Send is held back: the draft stays a draft. */
const undoSend: Action<Party> = {
  ...send,
  name: 'draft.undo-send',
  icon: 'undo',
  tone: 'plain',
  label: (party) => words(party).undo,
  enabled: () => true,
  run(party) {
    const draft = party.draft.peek()
    if (draft !== undefined) party.waiter.holdBack.undo(draft.id)
  },
}

export const heldOf = ({ draft, waiter }: Party) =>
  draft.value === undefined ? undefined : waiter.holdBack.held.value.get(draft.value.id)

/** What the large button and its key do now. */
export const sendOrUndo = (party: Party): Action<Party> => (heldOf(party) === undefined ? send : undoSend)

export const again: Action<Party> = {
  name: 'draft.drinks-again',
  icon: 'again',
  key: 'F8',
  label: (party) => words(party).again,
  enabled(party) {
    const lines = party.order.value?.lines ?? []
    const hasDrinks = lines.some((line) => line.course === drinks && isLive(line.status) && line.remakeOf === undefined)
    return hasDrinks ? true : words(party).noDrinks
  },
  run(party) {
    const order = party.order.peek()
    if (order !== undefined) drinksAgain(party, order)
  },
}

export const recordOnly: Action<Party> = {
  name: 'draft.record-only',
  icon: 'pencil',
  label: (party) => words(party).recordOnly,
  enabled: () => true,
  run(party) {
    party.change((draft, now) => {
      const { recordOnly: before, ...rest } = draft
      return before === true ? { ...rest, changedAt: now } : { ...rest, recordOnly: true, changedAt: now }
    })
  },
}

export const discard: Action<Party> = {
  name: 'draft.discard',
  icon: 'trash',
  tone: 'danger',
  label: (party) => words(party).discard,
  enabled: (party) => ((party.draft.value?.entries.length ?? 0) > 0 ? true : words(party).nothingToSend),
  run(party) {
    const draft = party.draft.peek()
    if (draft === undefined) return
    const { drafts } = party.waiter
    drafts.change(draft, (now, at) => ({ ...now, entries: [], changedAt: at }))
    const undo = () => void drafts.change(draft, () => draft)
    toast(words(party).discarded, { action: { label: words(party).undo, run: undo } })
  },
}
