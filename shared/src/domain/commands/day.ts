// The drawer's cash, a waiter's check-out, and the business day.
import { z } from 'zod'
import { CashShiftId, OrderId, StaffId } from '../../model/ids.ts'
import { Amount } from '../../model/money.ts'
import { CashCount } from '../../model/service.ts'
import { Reason } from '../../model/text.ts'
import { command } from './command.ts'

export const dayCommands = [
  command('cash.open', { float: Amount }),
  command('cash.move', { shiftId: CashShiftId, direction: z.enum(['in', 'out']), amount: Amount, reason: Reason }),
  command('cash.close', { shiftId: CashShiftId, counted: CashCount }),
  command('staff.check-out', { staffId: StaffId, unsent: z.int().min(0) }),
  command('day.close', { carryOver: z.array(OrderId).max(500) }),
  command('clock.confirm', {}),
] as const
