import { expect, test, vi } from 'vitest'
import { type AudioOut, type Sound, scores, tones, vibrate } from './sound.ts'

/** An AudioContext that writes down when which tone starts and stops. */
function recorder(state: AudioContextState = 'running') {
  const heard: { frequency: number; start: number; stop: number }[] = []
  const out = { currentTime: 10, state }
  const context = {
    get currentTime() {
      return out.currentTime
    },
    get state() {
      return out.state
    },
    destination: {},
    createGain: () => ({ gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} }, connect: () => {} }),
    createOscillator: () => {
      const note = { frequency: 0, start: 0, stop: 0 }
      heard.push(note)
      return {
        type: 'sine',
        frequency: {
          set value(frequency: number) {
            note.frequency = frequency
          },
        },
        connect: (next: unknown) => next,
        start: (at: number) => {
          note.start = at
        },
        stop: (at: number) => {
          note.stop = at
        },
      }
    },
    resume: async () => {
      out.state = 'running'
    },
  } as unknown as AudioOut
  return { context, heard, out }
}

const rounded = (seconds: number) => Math.round(seconds * 100) / 100

test.each(Object.keys(scores) as Sound[])('%s is over in less than three seconds', (sound) => {
  const { context, heard, out } = recorder()
  tones(context).play(sound)
  expect(heard.length).toBeGreaterThan(0)
  for (const { stop, start } of heard) {
    expect(stop).toBeGreaterThan(start)
    expect(stop - out.currentTime).toBeLessThan(3)
  }
})

test('new work is two rising notes in 0.4 s, a change three short ones, late two falling, stale a low pair', () => {
  const { context, heard, out } = recorder()
  const play = tones(context).play
  const notes = (sound: Sound) => {
    heard.length = 0
    play(sound)
    return heard.map(({ frequency }) => frequency)
  }
  expect(notes('new')).toEqual([880, 1320])
  expect(rounded((heard.at(-1)?.stop ?? 0) - out.currentTime)).toBe(0.4)
  expect(notes('changed')).toEqual([1000, 1000, 1000])
  const [high = 0, low = 0] = notes('late')
  expect(high).toBeGreaterThan(low)
  expect(Math.max(...notes('stale'))).toBeLessThan(300)
  expect(heard).toHaveLength(2)
})

test('new work within three seconds sounds once; other sounds are not held back', () => {
  const { context, heard, out } = recorder()
  const { play } = tones(context)
  play('new')
  out.currentTime += 2.9
  play('new')
  expect(heard).toHaveLength(2)
  play('late')
  play('late')
  expect(heard).toHaveLength(6)
  out.currentTime += 0.2
  play('new')
  expect(heard).toHaveLength(8)
})

test('muted means silent', () => {
  const { context, heard } = recorder()
  const { play, muted } = tones(context)
  muted.value = true
  play('new')
  expect(heard).toEqual([])
  muted.value = false
  play('new')
  expect(heard).toHaveLength(2)
})

test('sound is locked until a touch lets it out', async () => {
  const { context } = recorder('suspended')
  const made = tones(context)
  expect(made.unlocked.value).toBe(false)
  expect(await made.unlock()).toBe(true)
  expect(made.unlocked.value).toBe(true)
})

test('a device that cannot vibrate, or was not touched yet, says so', () => {
  const shaken = vi.fn(() => true)
  expect(vibrate([80, 40, 80], { vibrate: shaken } as unknown as Navigator)).toBe(true)
  expect(shaken).toHaveBeenCalledWith([80, 40, 80])
  expect(vibrate(80, {} as Navigator)).toBe(false)
  shaken.mockClear()
  const untouched = { vibrate: shaken, userActivation: { hasBeenActive: false } }
  expect(vibrate(80, untouched as unknown as Navigator)).toBe(false)
  expect(shaken).not.toHaveBeenCalled()
})
