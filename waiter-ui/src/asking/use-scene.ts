import { useTexts, useWaiter } from '../waiter.ts'
import type { Scene } from './deed.ts'

/** Where deeds are done; drawn again when what may be done changes. */
export function useScene(): Scene {
  const texts = useTexts()
  const { desk, session } = useWaiter()
  return { desk, texts, pick: session.pick }
}
