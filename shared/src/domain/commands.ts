// Everything a device may ask for. A command says what a person wants, never what it costs or what follows from it.
import { z } from 'zod'
import type { ApprovalId, CommandId } from '../model/ids.ts'
import { billCommands } from './commands/bill.ts'
import { callCommands } from './commands/calls.ts'
import { dayCommands } from './commands/day.ts'
import { kitchenCommands } from './commands/kitchen.ts'
import { lineCommands } from './commands/lines.ts'
import { orderCommands } from './commands/orders.ts'
import { placeCommands } from './commands/place.ts'
import { systemCommands } from './commands/system.ts'

/** What a signed-in device may send. */
export const DeviceCommand = z.discriminatedUnion('type', [
  ...orderCommands,
  ...lineCommands,
  ...kitchenCommands,
  ...callCommands,
  ...billCommands,
  ...dayCommands,
  ...placeCommands,
])
export type DeviceCommand = z.infer<typeof DeviceCommand>

export const SystemCommand = z.discriminatedUnion('type', [...systemCommands])
export type SystemCommand = z.infer<typeof SystemCommand>

export type Command = DeviceCommand | SystemCommand
export type CommandType = Command['type']
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>

/** A command under its id: a retry has the same id, and so makes the same entities. */
export type Numbered<Type extends CommandType = CommandType> = CommandOf<Type> & {
  id: CommandId
  approvalId?: ApprovalId
}
