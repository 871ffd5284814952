// The truth's only door: a command is authorised, checked for what must never be written down, and decided by the rules of
// its topic. Total over the types of commands.
import { argumentsHoldCardNumber } from './card-number.ts'
import type { CommandType, Numbered } from './commands.ts'
import { allergyDeciders } from './decide/allergy.ts'
import { askAnswerDeciders } from './decide/ask.ts'
import { askRaiseDeciders } from './decide/ask-raise.ts'
import { billDeciders } from './decide/bill.ts'
import { callDeciders } from './decide/calls.ts'
import { courseDeciders } from './decide/course-fire.ts'
import { courseRemindDeciders } from './decide/course-remind.ts'
import { dayDeciders } from './decide/day.ts'
import { itemCountDeciders } from './decide/item-count.ts'
import { kitchenPassDeciders } from './decide/kitchen-pass.ts'
import { kitchenReceiptDeciders } from './decide/kitchen-receipt.ts'
import { kitchenStationDeciders } from './decide/kitchen-station.ts'
import { kitchenTicketDeciders } from './decide/kitchen-ticket.ts'
import { lineChangeDeciders } from './decide/line-change.ts'
import { lineRemoveDeciders } from './decide/line-remove.ts'
import { lineSendBackDeciders } from './decide/line-send-back.ts'
import { linesMoveDeciders } from './decide/lines-move.ts'
import { linesServeDeciders } from './decide/lines-serve.ts'
import { orderDetailDeciders } from './decide/order-details.ts'
import { orderMovingDeciders } from './decide/order-moving.ts'
import { orderOpenDeciders } from './decide/order-open.ts'
import { placeDeciders } from './decide/place.ts'
import { roundAnswerDeciders } from './decide/round-answer.ts'
import { roundSendDeciders } from './decide/round-send.ts'
import { tableClearDeciders } from './decide/table-clear.ts'
import { voidJudgeDeciders } from './decide/void-judge.ts'
import { type Context, type Decider, type Decision, ok, refuse } from './decision.ts'
import { error } from './errors.ts'
import { withPaidMarks } from './paid-mark.ts'
import { authorise } from './permissions.ts'
import type { State } from './state.ts'

const deciders: { readonly [Type in CommandType]: Decider<Type> } = {
  ...orderOpenDeciders,
  ...orderDetailDeciders,
  ...orderMovingDeciders,
  ...linesMoveDeciders,
  ...tableClearDeciders,
  ...allergyDeciders,
  ...roundSendDeciders,
  ...roundAnswerDeciders,
  ...courseDeciders,
  ...courseRemindDeciders,
  ...lineChangeDeciders,
  ...lineRemoveDeciders,
  ...voidJudgeDeciders,
  ...lineSendBackDeciders,
  ...linesServeDeciders,
  ...kitchenTicketDeciders,
  ...kitchenPassDeciders,
  ...kitchenStationDeciders,
  ...kitchenReceiptDeciders,
  ...itemCountDeciders,
  ...askRaiseDeciders,
  ...askAnswerDeciders,
  ...callDeciders,
  ...billDeciders,
  ...dayDeciders,
  ...placeDeciders,
}

const dispatch = <Type extends CommandType>(
  type: Type,
  state: State,
  command: Numbered<Type>,
  context: Context,
): Decision => {
  const decider: Decider<Type> = deciders[type]
  return decider(state, command, context)
}

export const decide = (state: State, command: Numbered, context: Context): Decision => {
  const may = authorise(state, command.type, context)
  if (!may.ok) return may
  // a menu may hold any digits; what people write about guests may not
  if (command.type !== 'catalog.publish' && argumentsHoldCardNumber(command.args)) return refuse(error('card-number'))
  const decision = dispatch(command.type, state, command, context)
  return decision.ok ? ok(withPaidMarks(state, decision.value, context)) : decision
}
