// Send, as one deed: what can be known here is named before anything goes, the rest comes back as an answer.

import { lastDrinksAgain } from '@comanda/shared/domain/again'
import { entityId } from '@comanda/shared/domain/entity-id'
import type { OrderId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import { dismiss, toast } from '@comanda/ui-kit/toasts'
import type { Party } from '../ordering/party.ts'
import { texts as allTexts } from '../texts/texts.ts'
import { addLines } from './draft-edit.ts'
import type { DraftRow } from './draft-slip.ts'
import { onTheMenu } from './on-the-menu.ts'
import type { RoundOutcome } from './sent-drafts.ts'

/** Rows that the server would refuse, and the whole round with them (ORD-9). */
export const refusedRows = (rows: readonly DraftRow[]): DraftRow[] =>
  rows.filter(({ problem }) => problem !== undefined)

const answered = (party: Party, outcome: RoundOutcome): void => {
  const texts = party.waiter.session.t(allTexts).draft
  switch (outcome.kind) {
    case 'taken':
      if (outcome.returned.length > 0) toast(texts.returned(outcome.returned.length), { tone: 'warn', stays: 0 })
      return
    case 'refused':
      // its draft says why, and what needs a waiter says where
      return
    case 'unsaved':
      toast(texts.notKept, { tone: 'late' })
  }
}

export function sendDraft(party: Party): void {
  const { draft: written, slip, view, waiter } = party
  const [draft, { rows = [] } = {}] = [written.peek(), slip.peek()]
  if (draft === undefined || rows.length === 0) return
  if (refusedRows(rows).length > 0) {
    view.refused.value = true
    return
  }
  const { holdBack } = waiter
  if (holdBack.on.peek()) holdBack.hold(draft.id, () => sendNow(party))
  else sendNow(party)
}

/** As it is written by then. */
function sendNow(party: Party): void {
  const { waiter, view } = party
  const [draft, slip] = [party.draft.peek(), party.slip.peek()]
  if (draft === undefined || slip === undefined || slip.rows.length === 0) return
  const { session } = waiter
  const texts = session.t(allTexts).draft
  const dishes = slip.taken
  const sent = waiter.drafts.send(draft)
  if (sent === undefined) return
  view.refused.value = false
  view.slipOpen.value = false
  view.typed.value = undefined
  const isLive = session.signals.status.peek().link === 'live'
  const said = toast(isLive ? texts.sent(dishes) : texts.queued(dishes), { tone: isLive ? 'ok' : 'warn' })
  void sent.settled.then((outcome) => {
    if (outcome.kind !== 'taken') dismiss(said)
    answered(party, outcome)
  })
  const here = waiter.route.peek()
  if (here.at === 'draft' && here.draftId === draft.id)
    waiter.replace({ at: 'order', orderId: entityId<OrderId>(draft.id, 'o') })
}

/** The last round's drinks once more, in the draft (ORD-7). */
export function drinksAgain(party: Party, order: Order): void {
  const state = party.state.peek()
  if (state === undefined) return
  const lines = onTheMenu(state, lastDrinksAgain(order), party.waiter.session.client.serverNow())
  party.change((draft, now) => addLines(draft, lines, now))
}
