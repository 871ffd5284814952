// A note on the whole order, for every station of it.
import { Button } from '@comanda/ui-kit/components/button'
import { Field } from '@comanda/ui-kit/components/field'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { longestNote, noteOf, setOrderNote } from '../../draft/draft-edit.ts'
import { useTexts } from '../../waiter.ts'
import type { Party } from '../party.ts'

export function NoteSheet({ party, onClose }: { party: Party; onClose: () => void }): VNode {
  const texts = useTexts().ordering
  const [text, setText] = useState(party.order.peek()?.note ?? party.draft.peek()?.note ?? '')
  const done = () => {
    const order = party.order.peek()
    if (order === undefined) party.change((draft, now) => setOrderNote(draft, text, now))
    else party.waiter.session.send('order.note', { orderId: order.id, note: noteOf(text) ?? null })
    onClose()
  }
  return (
    <Sheet
      open
      title={texts.orderNote}
      onClose={onClose}
      actions={<Button label={texts.done} tone="primary" size="l" wide onPress={done} />}
    >
      <Field label={texts.orderNote} value={text} multiline maxLength={longestNote} counted onInput={setText} />
    </Sheet>
  )
}
