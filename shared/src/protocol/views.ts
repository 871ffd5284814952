// What the small rooms are sent: the guests' board, and one table's guest.
import { z } from 'zod'
import { Instant } from '../model/instant.ts'
import { CallKind } from '../model/service.ts'
import { LocalText } from '../model/text.ts'

/** A takeaway's number as people say it, and since when it stands there. */
export const BoardNumber = z.object({ number: z.int().min(1), since: Instant })

export const BoardBody = z.object({ preparing: z.array(BoardNumber), ready: z.array(BoardNumber) })
export type BoardBody = z.infer<typeof BoardBody>

export const GuestBody = z.object({
  /** What people call the table. */
  table: z.string(),
  seated: z.boolean(),
  /** `comes`: the name of whoever took it. */
  calls: z.array(z.object({ kind: CallKind, at: Instant, comes: z.string().optional() })),
  soldOut: z.array(LocalText),
})
export type GuestBody = z.infer<typeof GuestBody>
