// Frames from a device to the server. 64 KiB each at most; everything is parsed before it is believed.
import { z } from 'zod'
import { ApprovalId, ClientId, CommandId, LogId, SessionId, StationId, TableId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'

export const largestUpFrame = 64 * 1024

export const Hello = z.strictObject({
  t: z.literal('hello'),
  proto: z.int(),
  /** The program's build, for people who look for the tablet that was not updated. */
  build: z.string().max(40),
  /** Hash of the rules the device predicts with. Another than the server's: it may only drain its outbox. */
  domain: z.string().max(64),
  clientId: ClientId,
  /** kitchen, floor, front, office, board or guest:<table>. */
  room: z.string().max(60),
  /** Stations whose tickets this screen shows: what it paints is receipted for them. */
  stations: z.array(StationId).max(12).optional(),
  logId: LogId.optional(),
  cursor: z.int().min(0).optional(),
})
export type Hello = z.infer<typeof Hello>

/** `type` and `args` are parsed as a command by their own schema, so that a wrong one is refused under its cseq and blocks nobody. */
export const Cmd = z.strictObject({
  t: z.literal('cmd'),
  cseq: z.int().min(1),
  id: CommandId,
  sid: SessionId.optional(),
  type: z.string().max(40),
  args: z.record(z.string(), z.unknown()),
  seenSeq: z.int().min(0),
  writtenAt: Instant,
  approvalId: ApprovalId.optional(),
})
export type Cmd = z.infer<typeof Cmd>

/** Everything up to seq is on this screen's glass, listed or counted in "+N more", in a visible document. */
export const Painted = z.strictObject({ t: z.literal('painted'), seq: z.int().min(0) })
export type Painted = z.infer<typeof Painted>

/** Everything up to cursor was taken in: flow control. */
export const Seen = z.strictObject({ t: z.literal('seen'), cursor: z.int().min(0) })
export type Seen = z.infer<typeof Seen>

/** What others see of an unsent draft, and what the front sees of a tablet's outbox. Kept nowhere. */
export const Here = z.strictObject({
  t: z.literal('here'),
  tableId: TableId.optional(),
  draftLines: z.int().min(0).max(1000).optional(),
  unsent: z.int().min(0).max(100_000).optional(),
})
export type Here = z.infer<typeof Here>

export const UpFrame = z.discriminatedUnion('t', [Hello, Cmd, Painted, Seen, Here])
export type UpFrame = z.infer<typeof UpFrame>
