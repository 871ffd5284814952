import { beforeEach, expect, test } from 'vitest'
import { dismiss, toast, toasts } from './toasts.ts'

beforeEach(() => {
  toasts.value = []
})

test('a toast leaves by itself, one with an action later, a failure never', () => {
  toast('Sent 4')
  toast('Voided Soup', { action: { label: 'Undo', run: () => {} } })
  toast('The bill was not printed', { tone: 'late' })
  expect(toasts.value.map(({ stays }) => stays)).toEqual([4, 8, 0])
})

test('the newest three are kept', () => {
  for (const text of ['one', 'two', 'three', 'four']) toast(text)
  expect(toasts.value.map(({ text }) => text)).toEqual(['two', 'three', 'four'])
})

test('the same words again take the place of the old ones', () => {
  const first = toast('Sea bass: 3 left', { tone: 'warn' })
  toast('Sent 1')
  const second = toast('Sea bass: 3 left', { tone: 'warn' })
  expect(toasts.value.map(({ text }) => text)).toEqual(['Sent 1', 'Sea bass: 3 left'])
  dismiss(first)
  expect(toasts.value).toHaveLength(2)
  dismiss(second)
  expect(toasts.value).toHaveLength(1)
})
