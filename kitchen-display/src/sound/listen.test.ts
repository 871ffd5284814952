import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { listenToLateness, listenToNews, listenToOldness } from './listen.ts'
import type { Audible } from './news.ts'

const audible = (id: string, version = 1): Audible => ({ id, version, isQuiet: false })

test('[KDS-15] what comes and changes is heard, not what was there at first, and not what the own hand did', () => {
  const state = signal<object | undefined>(undefined)
  const things = signal<readonly Audible[]>([])
  const heard: string[] = []
  let isOwn = false
  const seen: string[] = []
  const stop = listenToNews({ signals: { state } } as never, {
    things,
    isOwn: () => isOwn,
    play: (sound) => heard.push(sound),
    seen: ({ came, changed }) => seen.push(...came, ...changed),
  })
  state.value = {}
  things.value = [audible('a')]
  expect(heard).toEqual([])
  things.value = [audible('a'), audible('b')]
  things.value = [audible('a', 2), audible('b')]
  isOwn = true
  things.value = [audible('a', 3), audible('b')]
  isOwn = false
  things.value = [audible('a', 3), audible('b', 2)]
  expect([heard, seen]).toEqual([
    ['new', 'changed', 'changed'],
    ['b', 'a', 'b'],
  ])
  stop()
  things.value = [audible('c')]
  expect(heard).toHaveLength(3)
})

test('[KDS-15] what becomes late is heard once; what was late at first is not', () => {
  const now = signal(0)
  const state = signal<object | undefined>({})
  const things = signal([{ id: 'old', firedAt: 0, lateAt: 0 }])
  const heard: string[] = []
  const stop = listenToLateness({ signals: { state }, now } as never, things, (sound) => heard.push(sound))
  things.value = [...things.value, { id: 'a', firedAt: 0, lateAt: 1_000 }]
  expect(heard).toEqual([])
  now.value = 1_000
  now.value = 2_000
  expect(heard).toEqual(['late'])
  stop()
})

test('[KDS-14] [KDS-15] old data is heard once a minute for as long as it is old', () => {
  const now = signal(100_000)
  const oldness = signal<{ readonly kind: 'fresh' | 'stale' }>({ kind: 'fresh' })
  const heard: string[] = []
  const stop = listenToOldness(oldness, now, (sound) => heard.push(sound))
  oldness.value = { kind: 'stale' }
  now.value = 159_999
  expect(heard).toEqual(['stale'])
  now.value = 160_000
  oldness.value = { kind: 'fresh' }
  oldness.value = { kind: 'stale' }
  expect(heard).toEqual(['stale', 'stale', 'stale'])
  stop()
})
