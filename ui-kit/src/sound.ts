// Sounds made of plain tones, each under three seconds, so that a kitchen learns them in an evening and no file has
// to be loaded. A browser lets them out only after somebody has touched the screen: unlock() in that touch.
import { type Signal, signal } from '@preact/signals'

export type Sound = 'new' | 'changed' | 'late' | 'stale' | 'ready' | 'call'

/** Hertz, start and length in seconds. */
export type Note = readonly [frequency: number, at: number, lasts: number]

export const scores: Readonly<Record<Sound, readonly Note[]>> = {
  new: [
    [880, 0, 0.18],
    [1320, 0.2, 0.2],
  ],
  changed: [
    [1000, 0, 0.09],
    [1000, 0.15, 0.09],
    [1000, 0.3, 0.09],
  ],
  late: [
    [880, 0, 0.24],
    [587, 0.28, 0.36],
  ],
  stale: [
    [220, 0, 0.3],
    [196, 0.4, 0.4],
  ],
  ready: [
    [1047, 0, 0.14],
    [1319, 0.14, 0.14],
    [1568, 0.28, 0.3],
  ],
  call: [
    [1319, 0, 0.2],
    [1047, 0.24, 0.34],
  ],
}

/** New work that comes in one breath sounds once. */
const breath: Readonly<Partial<Record<Sound, number>>> = { new: 3 }

const attack = 0.008
const release = 0.05
const loudest = 0.5

export type Tones = {
  play(sound: Sound): void
  /** To be called in a touch or key press; resolves to whether sound can be heard now. */
  unlock(): Promise<boolean>
  readonly muted: Signal<boolean>
  readonly unlocked: Signal<boolean>
}

/** What is asked of an AudioContext. */
export type AudioOut = Pick<
  AudioContext,
  'currentTime' | 'state' | 'destination' | 'createOscillator' | 'createGain' | 'resume'
>

function sing(context: AudioOut, [frequency, at, lasts]: Note, from: number): void {
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  const start = from + at
  oscillator.type = 'triangle'
  oscillator.frequency.value = frequency
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(loudest, start + attack)
  gain.gain.setValueAtTime(loudest, start + lasts - release)
  gain.gain.linearRampToValueAtTime(0, start + lasts)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(start + lasts)
}

export function tones(context: AudioOut): Tones {
  const muted = signal(false)
  const unlocked = signal(context.state === 'running')
  const lastPlayed = new Map<Sound, number>()
  return {
    muted,
    unlocked,
    play(sound) {
      const now = context.currentTime
      if (muted.value || now - (lastPlayed.get(sound) ?? Number.NEGATIVE_INFINITY) < (breath[sound] ?? 0)) return
      lastPlayed.set(sound, now)
      for (const note of scores[sound]) sing(context, note, now)
    },
    async unlock() {
      await context.resume()
      unlocked.value = context.state === 'running'
      return unlocked.value
    },
  }
}

/** A tap on the hand that holds the tablet, where the device can and somebody has touched the screen before. */
export function vibrate(pattern: number | number[], device: Navigator = navigator): boolean {
  const mayShake = device.userActivation?.hasBeenActive ?? true
  return mayShake && typeof device.vibrate === 'function' && device.vibrate(pattern)
}
