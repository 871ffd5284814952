// A finger presses what it saw. When a press takes something away or puts something in its place, a second contact there
// lands on what has just slid under the finger: that one does not count. The same thing pressed again does.

export type Press = {
  readonly at: number
  readonly x: number
  readonly y: number
  /** What was pressed; null: nothing that acts. */
  readonly control: unknown
}

/** Longer than a trembling hand needs, shorter than anybody needs to see what is new and mean it. */
const withinMs = 400
const withinPx = 24

export const slidUnder = (before: Press | undefined, press: Press): boolean =>
  before !== undefined &&
  before.control !== null &&
  before.control !== press.control &&
  press.at - before.at < withinMs &&
  Math.hypot(press.x - before.x, press.y - before.y) < withinPx

const acting = 'button, a, input, select, textarea, summary, label, [role="button"], [role="menuitem"]'

/** For the whole page, before anything else hears of it. */
export function steadyFinger(page: Document): void {
  let last: Press | undefined
  const hear = (event: MouseEvent): void => {
    // a key's click has no place
    if (event.detail === 0) return
    const control = event.target instanceof Element ? event.target.closest(acting) : null
    const press = { at: event.timeStamp, x: event.clientX, y: event.clientY, control }
    if (!slidUnder(last, press)) {
      last = press
      return
    }
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  page.addEventListener('click', hear, { capture: true })
}
