// What this device is set to: language, light or dark, which hand holds it. Kept here, and nobody else's business.

import type { Language } from '@comanda/shared/model/text'
import { effect, type Signal, signal } from '@preact/signals'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const hands = ['right', 'left'] as const
export type Hand = (typeof hands)[number]
export const languages: readonly Language[] = ['en', 'ru']

export type Preferences = {
  readonly language: Signal<Language>
  readonly theme: Signal<Theme>
  readonly hand: Signal<Hand>
}

/** What localStorage does of it; one that cannot be written (a private window) forgets, and nothing else. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const shelfName = 'comanda.preferences'

function read(shelf: Shelf): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(shelf.getItem(shelfName) ?? '{}')) as Record<string, unknown>
  } catch {
    return {}
  }
}

const oneOf = <Value extends string>(known: readonly Value[], value: unknown): Value | undefined =>
  known.find((one) => one === value)

export function createPreferences(shelf: Shelf, spoken: readonly string[]): Preferences {
  const kept = read(shelf)
  const heard = spoken.flatMap((tag) => oneOf(languages, tag.slice(0, 2).toLowerCase()) ?? [])
  const language = signal<Language>(oneOf(languages, kept.language) ?? heard[0] ?? 'en')
  const theme = signal<Theme>(oneOf(themes, kept.theme) ?? 'system')
  const hand = signal<Hand>(oneOf(hands, kept.hand) ?? 'right')
  effect(() => {
    const text = JSON.stringify({ language: language.value, theme: theme.value, hand: hand.value })
    try {
      shelf.setItem(shelfName, text)
    } catch {
      // Nothing is lost but the choice, at the next start.
    }
  })
  return { language, theme, hand }
}
