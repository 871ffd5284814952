// A command that somebody may want to give, before it has a number or anybody has said yes.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'

export type WishOf<Type extends DeviceCommandType> = { readonly type: Type; readonly args: CommandOf<Type>['args'] }

export type Wish = { [Type in DeviceCommandType]: WishOf<Type> }[DeviceCommandType]
