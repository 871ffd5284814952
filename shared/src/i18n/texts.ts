// The typed look-up. A text may name a detail in braces; what the refusal does not tell is left out.
import type { ErrorCode } from '../domain/errors.ts'
import type { Language } from '../model/text.ts'
import { en } from './en.ts'
import { aftermath, type ErrorTexts } from './error-texts.ts'
import { ru } from './ru.ts'

const languages: Readonly<Record<Language, ErrorTexts>> = { en, ru }

export type ErrorText = { readonly message: string; readonly kept: string; readonly next: string }

type Details = Readonly<Record<string, unknown>>

const fill = (text: string, details: Details | undefined): string =>
  text
    .replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = details?.[key]
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    })
    .replace(/ {2,}/g, ' ')
    .replace(/ +([.,:])/g, '$1')

export function textOf(code: ErrorCode, language: Language, details?: Details): ErrorText {
  const texts = languages[language]
  const [kept, next] = aftermath[code]
  return { message: fill(texts.what[code], details), kept: texts.kept[kept], next: texts.next[next] }
}
