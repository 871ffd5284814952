// What the shell's own parts expect around them.
import { PreferencesContext } from '@comanda/app-shell/shell-context'
import { Words, wordsEn, wordsRu } from '@comanda/ui-kit/words'
import type { ComponentChildren } from 'preact'
import type { Board } from './board.ts'

export function ShellFrame({ board, children }: { board: Board; children: ComponentChildren }) {
  return (
    <PreferencesContext.Provider value={board.preferences}>
      <Words.Provider value={board.preferences.language.value === 'ru' ? wordsRu : wordsEn}>{children}</Words.Provider>
    </PreferencesContext.Provider>
  )
}
