import type { BoundAction } from '@comanda/ui-kit/action'
import type { Screen } from './screen.ts'

export type DialogProps = {
  readonly screen: Screen
  /** Everything that a key does on this screen. */
  readonly actions: () => BoundAction[]
  readonly onClose: () => void
}
