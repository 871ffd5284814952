// Light, dark, or as the device is set.
import { Segmented } from '@comanda/ui-kit/components/segmented'
import { themes } from '../preferences.ts'
import { usePreferences, useShellTexts } from '../shell-context.ts'

export function ThemeSwitch({ worded = false }: { worded?: boolean }) {
  const { theme } = usePreferences()
  const words = useShellTexts().theme
  return (
    <Segmented
      label={words.label}
      worded={worded}
      items={themes.map((id) => ({ id, label: words[id] }))}
      selected={theme.value}
      onSelect={(id) => {
        theme.value = id
      }}
    />
  )
}
