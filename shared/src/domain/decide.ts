// The truth's only door: a command is authorised, checked for what must never be written down, and decided by the rules of
// its topic. Total over the types of commands.
import { argumentsHoldCardNumber } from './card-number.ts'
import type { CommandType, Numbered } from './commands.ts'
import { allergyDeciders } from './decide/allergy.ts'
import { billDeciders } from './decide/bill.ts'
import { callDeciders } from './decide/calls.ts'
import { dayDeciders } from './decide/day.ts'
import { bumpTicket, markLineDone, startTicket } from './decide/kitchen-ticket.ts'
import { serveLines } from './decide/lines-serve.ts'
import { openOrder } from './decide/order-open.ts'
import { placeDeciders } from './decide/place.ts'
import { sendRound } from './decide/round-send.ts'
import { type Context, type Decider, type Decision, refuse } from './decision.ts'
import { error } from './errors.ts'
import { authorise } from './permissions.ts'
import type { State } from './state.ts'

const deciders: { readonly [Type in CommandType]?: Decider<Type> } = {
  ...allergyDeciders,
  ...billDeciders,
  ...callDeciders,
  ...dayDeciders,
  ...placeDeciders,
  'order.open': openOrder,
  'round.send': sendRound,
  'ticket.start': startTicket,
  'ticket.line-done': markLineDone,
  'ticket.bump': bumpTicket,
  'lines.serve': serveLines,
}

const dispatch = <Type extends CommandType>(
  type: Type,
  state: State,
  command: Numbered<Type>,
  context: Context,
): Decision => {
  const decider: Decider<Type> | undefined = deciders[type]
  return decider === undefined ? refuse(error('command-invalid', { type })) : decider(state, command, context)
}

export const decide = (state: State, command: Numbered, context: Context): Decision => {
  const may = authorise(state, command.type, context)
  if (!may.ok) return may
  // a menu may hold any digits; what people write about guests may not
  if (command.type !== 'catalog.publish' && argumentsHoldCardNumber(command.args)) return refuse(error('card-number'))
  return dispatch(command.type, state, command, context)
}
