// Commands of this device, read back from its outbox. Their arguments are what this program wrote there: this is the one
// place that takes them at their word.
import type { Wish } from '@comanda/app-shell/wish'
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { CommandView } from '@comanda/sync-client/client-types'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'

const unanswered: ReadonlySet<CommandView['state']> = new Set(['saving', 'queued', 'sent'])

/** Nobody has answered it yet. */
export const isWaiting = ({ state }: Pick<CommandView, 'state'>): boolean => unanswered.has(state)

type ArgsOf = { readonly [Type in DeviceCommandType]: CommandOf<Type>['args'] }

/** undefined: it is another command. */
export function argsOf<Type extends DeviceCommandType>(
  { type, args }: Pick<CommandView, 'type' | 'args'>,
  wanted: Type,
): ArgsOf[Type] | undefined {
  return type === wanted ? (args as ArgsOf[Type]) : undefined
}

/** To be given once more, under another id. */
export const wishOf = ({ type, args }: Pick<CommandView, 'type' | 'args'>): Wish =>
  ({ type: type as DeviceCommandType, args }) as Wish
