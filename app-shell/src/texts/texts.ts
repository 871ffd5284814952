// The shell's texts by language.
import type { Language } from '@comanda/shared/model/text'
import { en } from './en.ts'
import { ru } from './ru.ts'
import type { ShellTexts } from './shell-texts.ts'

export const shellTexts: Readonly<Record<Language, ShellTexts>> = { en, ru }
