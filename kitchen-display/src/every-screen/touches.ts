// Fingers on the glass: while one is there nothing moves, a contact told twice counts once, and the focus stays with the keys.
import type { Contact } from './contact-guard.ts'
import { isDouble } from './contact-guard.ts'

export type Touches = {
  onPointerDownCapture(event: PointerEvent): void
  onPointerUpCapture(event: PointerEvent): void
  onPointerCancelCapture(event: PointerEvent): void
  onMouseDownCapture(event: MouseEvent): void
  onClick(event: MouseEvent): void
  onClickCapture(event: MouseEvent): void
}

export function createTouches(fingers: (down: number) => void, first: () => void): Touches {
  const down = new Set<number>()
  let last: Contact | undefined
  const lifted = ({ pointerId }: PointerEvent): void => {
    down.delete(pointerId)
    fingers(down.size)
  }
  return {
    onPointerDownCapture: ({ pointerId }) => {
      down.add(pointerId)
      fingers(down.size)
    },
    onPointerUpCapture: lifted,
    onPointerCancelCapture: lifted,
    // a pressed button would take the focus, and the next key of the bump bar would press it again
    onMouseDownCapture: (event) => event.preventDefault(),
    // after what was pressed: whatever is drawn anew by the first press must not be pressed by it
    onClick: first,
    onClickCapture: (event) => {
      // a key's click has no place
      if (event.detail === 0) return
      // by when the glass was touched: a page that is busy hears of the second contact late
      const contact = { at: event.timeStamp, x: event.clientX, y: event.clientY }
      const isAgain = isDouble(last, contact)
      if (!isAgain) last = contact
      else {
        event.preventDefault()
        event.stopPropagation()
      }
    },
  }
}
