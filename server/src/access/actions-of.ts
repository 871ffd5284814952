// Which actions a command can turn out to be, so that what a yes is asked for names what the command does (ADM-6).

import type { CommandType } from '@comanda/shared/domain/commands'
import { type Action, actions, type SpecialAction } from '@comanda/shared/domain/permissions'

/** What is more than a command says, or is done on the way, and the commands that it comes of. */
const comesOf: Readonly<Record<SpecialAction | 'line.void', readonly CommandType[]>> = {
  'line.void': ['order.close'],
  'line.void-started': ['line.void', 'order.close'],
  'bill.change-after-print': [
    'line.take-back',
    'line.change',
    'line.void',
    'ask.answer',
    'round.answer',
    'order.close',
    'discount.apply',
    'comp.apply',
    'adjustment.remove',
    'service.remove',
  ],
  'staff.check-out-other': ['staff.check-out'],
  'access.make-owner': ['access.revoke', 'access.restore', 'catalog.publish', 'catalog.take-back'],
}

const comesOfOthers = (action: Action): action is keyof typeof comesOf => Object.hasOwn(comesOf, action)

const isAction = (name: string): name is Action => actions.some((action) => action === name)

/** The action of this name, if a command of this type can need it. */
export function actionOf(type: CommandType, name: string): Action | undefined {
  if (!isAction(name)) return undefined
  return name === type || (comesOfOthers(name) && comesOf[name].includes(type)) ? name : undefined
}
