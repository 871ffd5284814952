// A shift's sound and light (KDS-15): the first touch lets sounds out and keeps the screen lit; muting is kept on the device.
import type { Cancel } from '@comanda/shared/ports/time'
import { type Tones, tones } from '@comanda/ui-kit/sound'
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { audioOut, keepAwake } from '../adapters/page.ts'
import type { Setup } from '../setup/setup.ts'

export type Shift = {
  readonly started: ReadonlySignal<boolean>
  /** Whether a sound would be heard now. */
  readonly heard: ReadonlySignal<boolean>
  readonly play: Tones['play']
  start(): void
  mute(): void
  dispose(): void
}

export function openShift(setup: Signal<Setup>): Shift {
  const out = audioOut()
  const sound = out && tones(out)
  const started = signal(false)
  let sleep: Cancel | undefined
  const stop = effect(() => {
    if (sound !== undefined) sound.muted.value = setup.value.muted
  })
  return {
    started,
    heard: computed(() => started.value && sound?.unlocked.value === true && !setup.value.muted),
    play: (name) => sound?.play(name),
    start() {
      if (started.peek()) return
      started.value = true
      sleep = keepAwake()
      void sound?.unlock()
    },
    mute() {
      setup.value = { ...setup.peek(), muted: !setup.peek().muted }
    },
    dispose() {
      stop()
      sleep?.()
      void out?.close()
    },
  }
}
