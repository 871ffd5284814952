// The language of this device, each in its own words.
import { Segmented } from '@comanda/ui-kit/components/segmented'
import { usePreferences, useShellTexts } from '../shell-context.ts'

const items = [
  { id: 'en', label: 'English' },
  { id: 'ru', label: 'Русский' },
] as const

export function LanguageSwitch({ worded = false }: { worded?: boolean }) {
  const { language } = usePreferences()
  return (
    <Segmented
      label={useShellTexts().language}
      worded={worded}
      items={items}
      selected={language.value}
      onSelect={(id) => {
        language.value = id
      }}
    />
  )
}
