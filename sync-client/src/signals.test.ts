import { effect } from '@preact/signals'
import { expect, it } from 'vitest'
import { clientSignals } from './signals.ts'
import { Floor } from './testing/floor.ts'
import { ana, table } from './testing/small-rules.ts'

it('tells a screen of what it reads, and of nothing else', async () => {
  const floor = new Floor()
  const signals = clientSignals(floor.client)
  const links: string[] = []
  const holders: unknown[] = []
  const stopStatus = effect(() => {
    links.push(signals.status.value.link)
  })
  const stopState = effect(() => {
    holders.push(signals.state.value?.sections[table(1)])
  })
  await floor.online()
  expect(links).toEqual(['idle', 'reconnecting', 'catching-up', 'live'])
  floor.assign(1)
  await floor.time.advance(100)
  expect(holders.at(-1)).toBe(ana)
  const [drawn, told] = [holders.length, links.length]
  await floor.time.advance(60_000)
  // heartbeats alone draw nothing again
  expect(holders).toHaveLength(drawn)
  expect(links).toHaveLength(told)
  stopStatus()
  stopState()
  signals.dispose()
})
