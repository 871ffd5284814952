// The tablet's own sound and touch. A browser lets them out only after a person has touched the page.
import type { Sound, Tones } from '@comanda/ui-kit/sound'
import { tones, vibrate } from '@comanda/ui-kit/sound'
import type { Signal } from '@preact/signals'
import { keptSwitch } from '../../asking/adapters/kept-switch.ts'

export type Bell = { readonly muted: Signal<boolean>; ring(sound: Sound, pattern: number[]): void }

export function tabletBell(page: Window): Bell {
  const muted = keptSwitch(() => page.localStorage, 'comanda.waiter.muted', false)
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
