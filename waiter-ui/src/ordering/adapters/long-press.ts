// A finger that stays: the second thing a button can do. Some browsers tell it as a context menu, others not at all.
const longEnough = 450
const tooFar = 12

export type LongPress = {
  onPointerDown(event: PointerEvent): void
  onPointerMove(event: PointerEvent): void
  onPointerUp(): void
  onPointerCancel(): void
  onContextMenu(event: MouseEvent): void
  /** The click that ends a long press is none. */
  wasLong(): boolean
}

export function longPress(run: () => void): LongPress {
  let timer: ReturnType<typeof setTimeout> | undefined
  let from = { x: 0, y: 0 }
  let long = false
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const done = () => {
    stop()
    if (long) return
    long = true
    run()
  }
  return {
    onPointerDown(event) {
      stop()
      long = false
      from = { x: event.clientX, y: event.clientY }
      if (event.button === 0) timer = setTimeout(done, longEnough)
    },
    onPointerMove(event) {
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > tooFar) stop()
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onContextMenu(event) {
      event.preventDefault()
      done()
    },
    wasLong() {
      const was = long
      long = false
      return was
    },
  }
}
