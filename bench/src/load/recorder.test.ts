import { expect, test } from 'vitest'
import { createRecorder } from './recorder.ts'

function recorderAt(screens: number) {
  const clock = { at: 0 }
  return { clock, recorder: createRecorder(screens, () => clock.at) }
}

test('an order is everywhere once the last screen has it, and each screen is one sample', async () => {
  const { clock, recorder } = recorderAt(2)
  recorder.openWindow()
  const tap = recorder.tap('a')
  clock.at = 3
  recorder.seen(1, 'a')
  clock.at = 5
  recorder.seen(0, 'a')
  await tap.everywhere
  expect(recorder.samples.seen).toEqual([3, 5])
  expect(recorder.samples.seenByAll).toEqual([5])
  expect(recorder.framesDelivered()).toBe(2)
})

test('the same order delivered twice to one screen counts once and does not stand in for another screen', () => {
  const { recorder } = recorderAt(2)
  recorder.openWindow()
  recorder.tap('a')
  recorder.seen(0, 'a')
  recorder.seen(0, 'a')
  expect(recorder.underway()).toBe(1)
  expect(recorder.samples.seen).toHaveLength(1)
})

test('orders tapped outside the window are delivered but not measured', () => {
  const { clock, recorder } = recorderAt(1)
  const early = recorder.tap('early')
  recorder.openWindow()
  clock.at = 9
  recorder.seen(0, 'early')
  recorder.answered(early)
  expect(recorder.samples).toEqual({ answered: [], seen: [], seenByAll: [] })
  expect(recorder.answersInWindow()).toBe(1)
  recorder.closeWindow()
  recorder.answered(recorder.tap('late'))
  expect(recorder.answersInWindow()).toBe(1)
})

test('settled waits for every order, also without any screen', async () => {
  const { recorder } = recorderAt(1)
  recorder.tap('a')
  const order: string[] = []
  const calm = recorder.settled().then(() => order.push('settled'))
  order.push('seen')
  recorder.seen(0, 'a')
  await calm
  expect(order).toEqual(['seen', 'settled'])
  const alone = createRecorder(0, () => 0)
  await alone.tap('b').everywhere
  await alone.settled()
})
