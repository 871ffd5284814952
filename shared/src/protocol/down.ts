// Frames from the server to a device. 1 MiB each at most, split at events.
import { z } from 'zod'
import { Recorded } from '../domain/events.ts'
import { CommandId, DeviceId, LogId, StaffId, TableId } from '../model/ids.ts'
import { BusinessDate, Instant } from '../model/instant.ts'
import { Note } from '../model/text.ts'
import { BoardBody, GuestBody } from './views.ts'

export const largestDownFrame = 1024 * 1024

/** A number in the log; 0 is before its first event. */
export const Seq = z.int().min(0)
/** A count of things. */
const Count = z.int().min(0)
/** The number of a command of one clientId. */
export const Cseq = z.int().min(1)

export const Limits = z.object({ frameBytes: Count, inFlight: Count, heartbeatMs: Count, staleMs: Count })
export type Limits = z.infer<typeof Limits>

export const Welcome = z.object({
  t: z.literal('welcome'),
  logId: LogId,
  head: Seq,
  /** The newest cseq of this clientId that has its answer. */
  lastCseq: Count,
  /** resume: events follow from the cursor. snapshot: snap frames follow. drain: send the outbox, then update. upgrade: the program is too old even for that. */
  mode: z.enum(['resume', 'snapshot', 'drain', 'upgrade']),
  limits: Limits,
  now: Instant,
  businessDate: BusinessDate,
})
export type Welcome = z.infer<typeof Welcome>

/** One part of a snapshot: `body` pieces joined in order are the JSON text of the room's state. Staged, then swapped at once. */
export const Snap = z.object({
  t: z.literal('snap'),
  seq: Seq,
  part: z.int().min(1),
  of: z.int().min(1),
  body: z.string(),
})
export type Snap = z.infer<typeof Snap>

/** Everything from `from` to `to`; events this room may not see are left out, so a gap is provable from the numbers alone. */
export const Ev = z.object({ t: z.literal('ev'), from: z.int().min(1), to: z.int().min(1), events: z.array(Recorded) })
export type Ev = z.infer<typeof Ev>

/** The whole of a small view (board, guest), each time it changed. null: there is no such table. */
export const View = z.object({ t: z.literal('view'), seq: Seq, body: z.union([BoardBody, GuestBody, z.null()]) })
export type View = z.infer<typeof View>

/** Final, both ways: either advances lastCseq. */
export const Res = z.union([
  z.object({
    t: z.literal('res'),
    cseq: Cseq,
    /** The command, where it came by another socket: under this number the device may have another one by now. */
    id: CommandId.optional(),
    ok: z.literal(true),
    seq: Seq,
    /** Lines of a round that ran out on the way. */
    returned: z.unknown().optional(),
  }),
  z.object({
    t: z.literal('res'),
    cseq: Cseq,
    id: CommandId.optional(),
    ok: z.literal(false),
    /** The refusal's own place in the log. Absent: not final. */
    seq: Seq.optional(),
    code: z.string(),
    details: z.unknown().optional(),
  }),
])
export type Res = z.infer<typeof Res>

export const Hb = z.object({ t: z.literal('hb'), head: Seq, now: Instant, backedUpSeq: Seq })
export type Hb = z.infer<typeof Hb>

/** Who is at which table with a draft; which tablets are silent. Kept nowhere. */
export const Presence = z.object({
  t: z.literal('presence'),
  people: z.array(
    z.object({
      deviceId: DeviceId,
      staffId: StaffId.optional(),
      tableId: TableId.optional(),
      draftLines: Count,
      unsent: Count,
      heardAt: Instant,
    }),
  ),
})
export type Presence = z.infer<typeof Presence>

/** Commands that wait for a manager's yes, told to managers' devices each time the list changes. Kept nowhere. */
export const Approvals = z.object({
  t: z.literal('approvals'),
  open: z.array(
    z.object({
      requestId: z.string(),
      commandId: CommandId,
      commandType: z.string(),
      by: StaffId,
      deviceId: DeviceId,
      note: Note.optional(),
      expiresAt: Instant,
    }),
  ),
})
export type Approvals = z.infer<typeof Approvals>

/** Something is wrong with what was sent; followed by a close when it cannot go on. */
export const Oops = z.object({ t: z.literal('error'), code: z.string(), details: z.unknown().optional() })
export type Oops = z.infer<typeof Oops>

export const DownFrame = z.union([Welcome, Snap, Ev, View, Res, Hb, Presence, Approvals, Oops])
export type DownFrame = z.infer<typeof DownFrame>
