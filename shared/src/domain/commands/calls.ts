// What a guest asks for, and who goes.

import { PaymentMethod } from '../../model/bill.ts'
import { CallId, TableId } from '../../model/ids.ts'
import { CallKind } from '../../model/service.ts'
import { command } from './command.ts'

export const callCommands = [
  command('call.raise', { tableId: TableId, kind: CallKind, payBy: PaymentMethod.optional() }),
  command('call.take', { callId: CallId }),
  command('call.resolve', { callId: CallId }),
  command('call.cancel', { callId: CallId }),
] as const
