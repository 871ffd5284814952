// The tablet's own sound and touch. A browser lets them out only after a person has touched the page.
import type { Sound, Tones } from '@comanda/ui-kit/sound'
import { tones, vibrate } from '@comanda/ui-kit/sound'
import { type Signal, signal } from '@preact/signals'

export type Bell = { readonly muted: Signal<boolean>; ring(sound: Sound, pattern: number[]): void }

const shelfName = 'comanda.waiter.muted'

function keptMute(page: Window): Signal<boolean> {
  let kept = false
  try {
    kept = page.localStorage.getItem(shelfName) === 'yes'
  } catch {
    // a private window keeps nothing
  }
  const muted = signal(kept)
  muted.subscribe((now) => {
    try {
      page.localStorage.setItem(shelfName, now ? 'yes' : 'no')
    } catch {
      // nothing is lost but the choice
    }
  })
  return muted
}

export function tabletBell(page: Window): Bell {
  const muted = keptMute(page)
  let voices: Tones | undefined
  let isTouched = false
  const touched = () => {
    page.removeEventListener('pointerup', touched)
    page.removeEventListener('keydown', touched)
    isTouched = true
    if (typeof AudioContext !== 'function') return
    voices = tones(new AudioContext())
    void voices.unlock()
  }
  page.addEventListener('pointerup', touched)
  page.addEventListener('keydown', touched)
  return {
    muted,
    ring(sound, pattern) {
      if (muted.peek() || !isTouched) return
      vibrate(pattern)
      voices?.play(sound)
    },
  }
}
