// What a browser keeps, in memory: the seat's shelf and the one of small settings.
import type { DeviceShelf } from '../adapters/device-shelf.ts'
import type { Shelf } from '../preferences.ts'

export function memoryShelf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }
}

/** As a private window may answer: nothing can be read or written. */
export const closedShelf: Shelf = {
  getItem: () => {
    throw new Error('denied')
  },
  setItem: () => {
    throw new Error('denied')
  },
  removeItem: () => {
    throw new Error('denied')
  },
}

export function memoryDevice(first: Readonly<Record<string, unknown>> = {}): DeviceShelf {
  const kept = new Map(Object.entries(first))
  return {
    load: async (name) => structuredClone(kept.get(name)),
    save: async (name, value) =>
      void (value === undefined ? kept.delete(name) : kept.set(name, structuredClone(value))),
  }
}
