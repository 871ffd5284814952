// A takeaway or a tab before its first Send: its name, and when it is promised (ORD-15).
import { Button } from '@comanda/ui-kit/components/button'
import { Field } from '@comanda/ui-kit/components/field'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Draft } from '../../draft/draft.ts'
import { useTexts } from '../../waiter.ts'
import type { Party } from '../party.ts'
import { PromiseChips } from './promise-chips.tsx'

const longestName = 60

const withDetails = (draft: Draft, name: string, promisedAt: number | undefined, now: number): Draft => {
  if (draft.target.kind !== 'new') return draft
  const { name: _name, promisedAt: _promised, ...opening } = draft.target.opening
  const said = name.trim().slice(0, longestName)
  const named = { ...opening, ...(said === '' ? {} : { name: said }) }
  const promised = promisedAt === undefined ? named : { ...named, promisedAt }
  return { ...draft, target: { kind: 'new', opening: promised }, changedAt: now }
}

export function DetailsSheet({ party, onClose }: { party: Party; onClose: () => void }): VNode | null {
  const texts = useTexts().ordering
  const target = party.draft.value?.target
  const opening = target?.kind === 'new' ? target.opening : undefined
  const [name, setName] = useState(opening?.name ?? '')
  const [promised, setPromised] = useState(opening?.promisedAt)
  if (opening === undefined) return null
  const done = () => {
    party.change((draft, now) => withDetails(draft, name, promised, now))
    onClose()
  }
  return (
    <Sheet
      open
      title={opening.type === 'takeaway' ? texts.takeaway : texts.barTab}
      onClose={onClose}
      actions={<Button label={texts.start} tone="primary" size="l" wide onPress={done} />}
    >
      <Field
        label={texts.name}
        hint={texts.nameHint}
        value={name}
        maxLength={longestName}
        onInput={setName}
        onEnter={done}
      />
      {opening.type === 'takeaway' && <PromiseChips promisedAt={promised} onPromise={setPromised} />}
    </Sheet>
  )
}
