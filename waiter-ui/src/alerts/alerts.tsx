// What must not be missed, on top of whatever screen is open.
import type { VNode } from 'preact'

export function Alerts(): VNode | null {
  return null
}
