// What a sound really is once rendered: each burst's pitch, from its zero crossings, and its length.
import { type Sound, tones } from '../src/sound.ts'

export type Burst = { readonly hertz: number; readonly seconds: number }

const rate = 44_100
const window = 220
const quiet = 0.02

function loudest(samples: Float32Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
}

function pitch(samples: Float32Array): number {
  let crossings = 0
  for (let at = 1; at < samples.length; at += 1) {
    if ((samples[at - 1] ?? 0) < 0 !== (samples[at] ?? 0) < 0) crossings += 1
  }
  return Math.round((crossings * rate) / (2 * samples.length))
}

function bursts(samples: Float32Array): Burst[] {
  const found: Burst[] = []
  let from: number | undefined
  for (let at = 0; at < samples.length; at += window) {
    const sounds = loudest(samples.subarray(at, at + window)) > quiet
    if (sounds) from ??= at
    else if (from !== undefined) {
      const burst = samples.subarray(from, at)
      found.push({ hertz: pitch(burst), seconds: burst.length / rate })
      from = undefined
    }
  }
  return found
}

export async function measured(sound: Sound): Promise<Burst[]> {
  const context = new OfflineAudioContext(1, 3 * rate, rate)
  tones(context).play(sound)
  const rendered = await context.startRendering()
  return bursts(rendered.getChannelData(0))
}
