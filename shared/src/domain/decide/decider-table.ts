// The rules of one topic: a decider for each of its commands.
import type { CommandType } from '../commands.ts'
import type { Decider } from '../decision.ts'

export type DeciderTable<Types extends CommandType> = { readonly [Type in Types]: Decider<Type> }
