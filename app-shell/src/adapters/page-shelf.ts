// What a browser remembers of somebody's choices. Where site data is blocked, reaching for it already throws: then they
// last as long as the page is open.
import type { Shelf } from '../preferences.ts'

function ownShelf(): Shelf | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

export function pageShelf(): Shelf {
  const own = ownShelf()
  if (own !== undefined) return own
  const kept = new Map<string, string>()
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
}
