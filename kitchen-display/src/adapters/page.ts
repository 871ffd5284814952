// What the kitchen's screen needs of the page it runs in: its size, its clock and timers, its shelf, frames, a lamp that does
// not go out, and the width of a text.
import type { Cancel } from '@comanda/shared/ports/time'
import { type ReadonlySignal, signal } from '@preact/signals'
import type { MeasureText } from '../layout/text-rows.ts'
import type { Glass } from '../layout/type-size.ts'

export const monotonic = (): number => performance.now()

export function after(ms: number, run: () => void): Cancel {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

export const glassNow = (): Glass => ({ widthPx: window.innerWidth, heightPx: window.innerHeight })

export function watchGlass(): { readonly glass: ReadonlySignal<Glass>; readonly stop: Cancel } {
  const glass = signal(glassNow())
  const sized = () => {
    glass.value = glassNow()
  }
  window.addEventListener('resize', sized)
  return { glass, stop: () => window.removeEventListener('resize', sized) }
}

/** Widths are asked for again and again, of the same words: each is measured once. */
export function measureOnCanvas(family: string): MeasureText {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (text, sizePx, bold) => {
    if (context === null) return text.length * sizePx * 0.62
    const key = `${bold ? 'b' : ''}${text}`
    let width = known.get(key)
    if (width === undefined) {
      context.font = `${bold ? 700 : 500} 100px ${family}`
      width = context.measureText(text).width / 100
      if (known.size > 5_000) known.clear()
      known.set(key, width)
    }
    return width * sizePx
  }
}

/** Where sounds come out; undefined in a browser that has none. */
export const audioOut = (): AudioContext | undefined =>
  typeof AudioContext === 'undefined' ? undefined : new AudioContext()

/** Twice a frame: after the second one what was drawn before the first is on the glass. A hidden page has no frames. */
export function afterPaint(run: () => void): Cancel {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(run)
  })
  return () => cancelAnimationFrame(frame)
}

export const isVisible = (): boolean => document.visibilityState === 'visible'

export function onVisible(run: () => void): Cancel {
  const heard = () => {
    if (isVisible()) run()
  }
  document.addEventListener('visibilitychange', heard)
  return () => document.removeEventListener('visibilitychange', heard)
}

/** Keeps the screen lit while the page is visible; a browser takes the lock away with every hiding. */
export function keepAwake(): Cancel {
  let held: WakeLockSentinel | undefined
  let isWanted = true
  const ask = () => {
    if (!isWanted || !isVisible() || !('wakeLock' in navigator)) return
    navigator.wakeLock.request('screen').then(
      (lock) => {
        held = lock
      },
      () => {},
    )
  }
  ask()
  const stop = onVisible(ask)
  return () => {
    isWanted = false
    stop()
    void held?.release()
  }
}

/** What opens over the tickets is read from where they are: the kit's letters grow with theirs. */
export function setLetters(px: number | undefined): void {
  document.documentElement.style.fontSize = px === undefined ? '' : `${px}px`
}
