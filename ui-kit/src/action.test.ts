import { expect, test } from 'vitest'
import { type Action, bound } from './action.ts'

type Draft = { lines: number; sent: string[] }

const send: Action<Draft, string> = {
  name: 'send',
  label: ({ lines }, station) => `Send ${lines} to ${station}`,
  icon: 'send',
  tone: 'primary',
  key: 'Enter',
  enabled: ({ lines }) => lines > 0 || 'Nothing to send',
  run: (draft, station) => {
    draft.sent.push(station)
  },
}

test('a bound action has the words, the keys and the refusal of its declaration', () => {
  const draft: Draft = { lines: 4, sent: [] }
  const { run, ...rest } = bound(send, draft, 'Bar')
  expect(rest).toEqual({
    name: 'send',
    label: 'Send 4 to Bar',
    icon: 'send',
    tone: 'primary',
    keys: ['Enter'],
    enabled: true,
  })
  run()
  expect(draft.sent).toEqual(['Bar'])
})

test('a refused action does not run, whoever asks', () => {
  const draft: Draft = { lines: 0, sent: [] }
  const action = bound(send, draft, 'Bar')
  expect(action.enabled).toBe('Nothing to send')
  action.run()
  expect(draft.sent).toEqual([])
})

test('what may run is asked again when it runs', () => {
  const draft: Draft = { lines: 1, sent: [] }
  const action = bound(send, draft, 'Bar')
  draft.lines = 0
  action.run()
  expect(draft.sent).toEqual([])
})
