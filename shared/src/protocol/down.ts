// Frames from the server to a device. 1 MiB each at most, split at events.
import { z } from 'zod'
import { Recorded } from '../domain/events.ts'
import { CommandId, DeviceId, LogId, StaffId, TableId } from '../model/ids.ts'
import { BusinessDate, Instant } from '../model/instant.ts'
import { Note } from '../model/text.ts'

export const largestDownFrame = 1024 * 1024

export const Limits = z.object({ frameBytes: z.int(), inFlight: z.int(), heartbeatMs: z.int(), staleMs: z.int() })
export type Limits = z.infer<typeof Limits>

export const Welcome = z.object({
  t: z.literal('welcome'),
  logId: LogId,
  head: z.int(),
  /** The newest cseq of this clientId that has its answer. */
  lastCseq: z.int(),
  /** resume: events follow from the cursor. snapshot: snap frames follow. drain: send the outbox, then update. upgrade: the program is too old even for that. */
  mode: z.enum(['resume', 'snapshot', 'drain', 'upgrade']),
  limits: Limits,
  now: Instant,
  businessDate: BusinessDate,
})
export type Welcome = z.infer<typeof Welcome>

/** One part of a snapshot: `body` pieces joined in order are the JSON text of the room's state. Staged, then swapped at once. */
export const Snap = z.object({ t: z.literal('snap'), seq: z.int(), part: z.int(), of: z.int(), body: z.string() })
export type Snap = z.infer<typeof Snap>

/** Everything from `from` to `to`; events this room may not see are left out, so a gap is provable from the numbers alone. */
export const Ev = z.object({ t: z.literal('ev'), from: z.int(), to: z.int(), events: z.array(Recorded) })
export type Ev = z.infer<typeof Ev>

/** The whole of a small view (board, guest), each time it changed. */
export const View = z.object({ t: z.literal('view'), seq: z.int(), body: z.unknown() })
export type View = z.infer<typeof View>

/** Final, both ways: either advances lastCseq. */
export const Res = z.union([
  z.object({ t: z.literal('res'), cseq: z.int(), ok: z.literal(true), seq: z.int(), returned: z.unknown().optional() }),
  z.object({
    t: z.literal('res'),
    cseq: z.int(),
    ok: z.literal(false),
    seq: z.int().optional(),
    code: z.string(),
    details: z.unknown().optional(),
  }),
])
export type Res = z.infer<typeof Res>

export const Hb = z.object({ t: z.literal('hb'), head: z.int(), now: Instant, backedUpSeq: z.int() })
export type Hb = z.infer<typeof Hb>

/** Who is at which table with a draft; which tablets are silent. Kept nowhere. */
export const Presence = z.object({
  t: z.literal('presence'),
  people: z.array(
    z.object({
      deviceId: DeviceId,
      staffId: StaffId.optional(),
      tableId: TableId.optional(),
      draftLines: z.int(),
      unsent: z.int(),
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
