// What the shell's own parts know before there is a session: the device's settings and the words in its language.

import type { Language } from '@comanda/shared/model/text'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Preferences } from './preferences.ts'
import type { ShellTexts } from './texts/shell-texts.ts'
import { shellTexts } from './texts/texts.ts'

export const PreferencesContext = createContext<Preferences | undefined>(undefined)

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext)
  if (preferences === undefined) throw new Error('a part of the shell outside of startApp')
  return preferences
}

export function useLanguage(): Language {
  return usePreferences().language.value
}

export function useShellTexts(): ShellTexts {
  return shellTexts[useLanguage()]
}
