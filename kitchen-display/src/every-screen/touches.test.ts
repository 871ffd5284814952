import { expect, test } from 'vitest'
import { createTouches } from './touches.ts'

/** A press as the browser tells it: when the glass was touched, and whether it got through. */
const press = (timeStamp: number, x = 10, detail = 1) => {
  let isStopped = false
  const stop = () => {
    isStopped = true
  }
  const event = { timeStamp, clientX: x, clientY: 10, detail, preventDefault: stop, stopPropagation: stop }
  return { event: event as unknown as MouseEvent, gotThrough: () => !isStopped }
}

test('[KDS-4] a second contact is told by when the glass was touched, however late the page hears of it; a key is none', () => {
  const { onClickCapture } = createTouches(
    () => {},
    () => {},
  )
  const heard = [press(1_000), press(1_120), press(1_300), press(1_310, 200), press(1_320, 200, 0)].map((each) => {
    onClickCapture(each.event)
    return each.gotThrough()
  })
  expect(heard).toEqual([true, false, true, true, true])
})

test('[KDS-2] while any finger is on the glass the rail is told so', () => {
  const told: number[] = []
  const touches = createTouches(
    (down) => told.push(down),
    () => {},
  )
  const finger = (pointerId: number) => ({ pointerId }) as PointerEvent
  touches.onPointerDownCapture(finger(1))
  touches.onPointerDownCapture(finger(2))
  touches.onPointerUpCapture(finger(1))
  touches.onPointerCancelCapture(finger(2))
  expect(told).toEqual([1, 2, 1, 0])
})
