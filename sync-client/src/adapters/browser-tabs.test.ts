// Node has the same locks and channels as browsers, so the real ones are tested.
import { expect, it } from 'vitest'
import type { TabMessage } from '../tabs.ts'
import { browserTabs } from './browser-tabs.ts'

const name = `tabs-${process.pid}`

const leads = (): { turn: Promise<void>; stop: () => void } => {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { turn: promise, stop: browserTabs().whenAlone(name, resolve) }
}

it('lets one tab lead at a time, in the order in which they came', async () => {
  const first = leads()
  await first.turn
  const second = leads()
  const third = leads()
  const state = await navigator.locks.query()
  expect(state.held?.filter((lock) => lock.name === name)).toHaveLength(1)
  expect(state.pending?.filter((lock) => lock.name === name)).toHaveLength(2)
  second.stop()
  first.stop()
  await third.turn
  third.stop()
})

it('carries messages to every other tab, in order', async () => {
  const [one, two, three] = [browserTabs().channel(name), browserTabs().channel(name), browserTabs().channel(name)]
  const heard = (channel: typeof one): Promise<TabMessage[]> =>
    new Promise((resolve) => {
      const messages: TabMessage[] = []
      channel.listen((message) => {
        messages.push(message)
        if (messages.length === 2) resolve(messages)
      })
    })
  const said: TabMessage[] = [
    { to: 'followers', kind: 'leading' },
    { to: 'leader', kind: 'painted', seq: 7 },
  ]
  one.listen(() => expect.unreachable('a tab heard itself'))
  const both = Promise.all([heard(two), heard(three)])
  for (const message of said) one.post(message)
  expect(await both).toEqual([said, said])
  for (const channel of [one, two, three]) channel.close()
})
