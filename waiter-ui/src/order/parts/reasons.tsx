// A reason is one tap: those of the settings, or a person's own words.
import { Button } from '@comanda/ui-kit/components/button'
import { ChipGroup } from '@comanda/ui-kit/components/chip'
import { Field } from '@comanda/ui-kit/components/field'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useTexts } from '../../waiter.ts'

export type ReasonsProps = {
  label: string
  hint?: string | undefined
  reasons: readonly string[]
  onReason: (reason: string) => void
}

const longestReason = 80

export function Reasons({ label, hint, reasons, onReason }: ReasonsProps): VNode {
  const { order } = useTexts()
  const [words, setWords] = useState('')
  const said = words.trim()
  return (
    <div class="k-stack">
      <ChipGroup label={label} hint={hint} columns={2}>
        {reasons.map((reason) => (
          <Button key={reason} label={reason} wide onPress={() => onReason(reason)} />
        ))}
      </ChipGroup>
      <Field
        label={order.ownWords}
        value={words}
        maxLength={longestReason}
        onInput={setWords}
        onEnter={() => said !== '' && onReason(said)}
      />
      {said !== '' && <Button label={order.ownWordsGo} tone="primary" wide onPress={() => onReason(said)} />}
    </div>
  )
}
