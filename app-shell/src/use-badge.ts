// Hears a badge from a scanner that types, wherever the focus is.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { BadgeReader } from './badge-reader.ts'

export function useBadge(hear: (badge: string) => void): void {
  const latest = useRef(hear)
  latest.current = hear
  // At once, not after the next frame: a badge may be held up already.
  useLayoutEffect(() => {
    const reader = new BadgeReader()
    const listen = (event: KeyboardEvent): void => {
      const read = reader.key(event.key, event.timeStamp)
      if (read === 'other') return
      // Neither a field nor a shortcut gets the letters of a badge.
      event.preventDefault()
      event.stopPropagation()
      if (read !== 'held') latest.current(read.badge)
    }
    document.addEventListener('keydown', listen, { capture: true })
    return () => document.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
