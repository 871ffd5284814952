// Badges as a scanner types them: a whole token in one go, ended by Enter. What is no badge is left alone.

import type { Millis } from '@comanda/shared/ports/time'

/** Begins every badge, so that nothing else that a camera or a scanner sees is taken for one. */
const begins = 'CMD'
const badge = /^CMD[A-Za-z0-9_-]{43}$/

/** Longer than this between two keys begins anew: what was there before belongs to something else. */
const longestPause: Millis = 500

export const isBadge = (text: string): boolean => badge.test(text)

export class BadgeReader {
  #typed = ''
  #lastAt: Millis = 0

  /** One key as it comes. A badge, once it is whole; `held` while the keys so far may become one. */
  key(key: string, at: Millis): { badge: string } | 'held' | 'other' {
    if (at - this.#lastAt > longestPause) this.#typed = ''
    this.#lastAt = at
    if (key === 'Enter') {
      const text = this.#typed
      this.#typed = ''
      return isBadge(text) ? { badge: text } : 'other'
    }
    // Modifier keys come between the letters of a scanner that types capitals.
    if (key === 'Shift') return this.#held()
    if (key.length !== 1) {
      this.#typed = ''
      return 'other'
    }
    this.#typed += key
    return this.#held()
  }

  #held(): 'held' | 'other' {
    const { length } = this.#typed
    const fits = length <= begins.length ? begins.startsWith(this.#typed) : this.#typed.startsWith(begins)
    return length > 0 && fits ? 'held' : 'other'
  }
}
