// What guests asked for, and who went.
import { z } from 'zod'
import { CallId, StaffId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Call } from '../../model/service.ts'
import { event } from './event.ts'

export const callEvents = [
  event('call.raised', { call: Call }),
  event('call.taken', { callId: CallId, by: StaffId, at: Instant }),
  event('call.resolved', {
    callId: CallId,
    by: StaffId.optional(),
    at: Instant,
    cancelled: z.boolean(),
    raisedAt: Instant,
  }),
  event('call.escalated', { callId: CallId, reach: z.int() }),
] as const
