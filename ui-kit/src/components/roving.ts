// One stop for the Tab key in a row or column of equals; the arrows, Home and End walk inside it.

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The index a key leads to, or nothing when the key is not for walking. */
export function walked(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  return step === undefined ? undefined : (at + step + count) % count
}

/** Moves the focus among the children of `within` that match, and says where it went. */
export function walk(event: KeyboardEvent, within: Element, selector: string): number | undefined {
  const stops = [...within.querySelectorAll<HTMLElement>(selector)]
  const at = stops.findIndex((stop) => stop.matches(':focus'))
  const next = walked(event.key, at, stops.length)
  if (next === undefined) return undefined
  event.preventDefault()
  stops[next]?.focus()
  return next
}
