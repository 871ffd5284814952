// Some parts of the state, looked at whenever it changes: what is drawn from them is drawn again only when one of them is
// another. The state shares what did not change, so the same thing is the same object.
import { useComputed } from '@preact/signals'
import { useRef } from 'preact/hooks'

export const sameParts = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((part, index) => part === others[index])

/** `read` is kept from the first drawing: it may close over what never changes there. */
export function useWatched(read: () => readonly unknown[]): void {
  const last = useRef<readonly unknown[]>([])
  useComputed(() => {
    const next = read()
    if (!sameParts(last.current, next)) last.current = next
    return last.current
  }).value
}
