// A hand as people have one: it looks before it presses the same place again. A screen takes anything faster for one press
// (ui-kit/src/steady-finger.ts).
import { setTimeout as pass } from 'node:timers/promises'
import type { Locator } from 'playwright-core'

type Place = { readonly at: number; readonly x: number; readonly y: number }

const lookMs = 450
const samePx = 24

export function humanHand(): (target: Locator) => Promise<void> {
  let last: Place | undefined
  return async (target) => {
    await target.scrollIntoViewIfNeeded()
    const box = await target.boundingBox()
    const x = (box?.x ?? 0) + (box?.width ?? 0) / 2
    const y = (box?.y ?? 0) + (box?.height ?? 0) / 2
    const sinceLast = last === undefined ? lookMs : performance.now() - last.at
    if (last !== undefined && Math.hypot(x - last.x, y - last.y) < samePx && sinceLast < lookMs) {
      await pass(lookMs - sinceLast)
    }
    await target.tap()
    last = { at: performance.now(), x, y }
  }
}
