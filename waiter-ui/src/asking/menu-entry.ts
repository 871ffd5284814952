// An entry of a menu that opens something, and commands nothing by itself.
import type { BoundAction } from '@comanda/ui-kit/action'
import type { IconName } from '@comanda/ui-kit/icons/icon'

export const menuEntry = (name: string, label: string, icon: IconName, run: () => void): BoundAction => ({
  name,
  label,
  icon,
  keys: [],
  enabled: true,
  run,
})
