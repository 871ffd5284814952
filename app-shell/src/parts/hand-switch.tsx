// Which hand holds the tablet: the other one reaches the keys.
import { Segmented } from '@comanda/ui-kit/components/segmented'
import { hands } from '../preferences.ts'
import { usePreferences, useShellTexts } from '../shell-context.ts'

export function HandSwitch({ worded = false }: { worded?: boolean }) {
  const { hand } = usePreferences()
  const words = useShellTexts().hand
  return (
    <Segmented
      label={words.label}
      worded={worded}
      items={hands.map((id) => ({ id, label: words[id] }))}
      selected={hand.value}
      onSelect={(id) => {
        hand.value = id
      }}
    />
  )
}
