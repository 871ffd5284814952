// The same door with only the rules that a kitchen's screen runs ahead of the server: little enough for it to load at once.
// The room has no payments, so no decision made in it can change whether an order is paid.
import { argumentsHoldCardNumber } from './card-number.ts'
import type { Numbered } from './commands.ts'
import { askRaiseDeciders } from './decide/ask-raise.ts'
import { courseDeciders } from './decide/course-fire.ts'
import { itemCountDeciders } from './decide/item-count.ts'
import { kitchenPassDeciders } from './decide/kitchen-pass.ts'
import { kitchenReceiptDeciders } from './decide/kitchen-receipt.ts'
import { kitchenStationDeciders } from './decide/kitchen-station.ts'
import { kitchenTicketDeciders } from './decide/kitchen-ticket.ts'
import { linesServeDeciders } from './decide/lines-serve.ts'
import { voidJudgeDeciders } from './decide/void-judge.ts'
import { type Context, type Decider, type Decision, refuse } from './decision.ts'
import { error } from './errors.ts'
import { authorise } from './permissions.ts'
import type { KitchenCommandType } from './predict.ts'
import type { State } from './state.ts'

const deciders: { readonly [Type in KitchenCommandType]: Decider<Type> } = {
  ...linesServeDeciders,
  ...voidJudgeDeciders,
  ...courseDeciders,
  ...kitchenTicketDeciders,
  ...kitchenPassDeciders,
  ...kitchenStationDeciders,
  ...kitchenReceiptDeciders,
  ...itemCountDeciders,
  ...askRaiseDeciders,
}

const isKitchens = (command: Numbered): command is Numbered<KitchenCommandType> => Object.hasOwn(deciders, command.type)

const dispatch = <Type extends KitchenCommandType>(
  type: Type,
  state: State,
  command: Numbered<Type>,
  context: Context,
): Decision => {
  const decider: Decider<Type> = deciders[type]
  return decider(state, command, context)
}

export const kitchenDecide = (state: State, command: Numbered, context: Context): Decision => {
  if (!isKitchens(command)) throw new Error(`a kitchen does not decide ${command.type}`)
  const may = authorise(state, command.type, context)
  if (!may.ok) return may
  if (argumentsHoldCardNumber(command.args)) return refuse(error('card-number'))
  return dispatch(command.type, state, command, context)
}
