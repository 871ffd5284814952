// A command as it will be stored, shown and sent: one frozen copy of what the screen gave, or a refusal because no frame
// could ever carry it. Such a one would close the socket again and again and block every other command.
import type { ApprovalId, CommandId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import { frameBytes } from './frames.ts'
import type { Author, DeviceCommandType, Written } from './outbox-store.ts'

/** What surrounds a command's own text in its frame, generously. */
const frameRoom = 512

export type CommandParts = {
  id: CommandId
  type: DeviceCommandType
  args: unknown
  approvalId?: ApprovalId
  author: Author | undefined
  seenSeq: number
  now: Millis
  frameLimit: number
}

export function composeCommand(parts: CommandParts): Written | 'too-large' {
  const { id, type, approvalId, author, seenSeq, now, frameLimit } = parts
  // a round that waited here is marked as such in the kitchen (ORD-18)
  const waits = type === 'round.send' ? { queuedSince: Math.max(0, now) } : {}
  const text = JSON.stringify({ ...waits, ...Object(parts.args) })
  if (frameBytes(text) + frameRoom > frameLimit) return 'too-large'
  return {
    id,
    type,
    args: JSON.parse(text) as Written['args'],
    seenSeq,
    writtenAt: Math.max(0, now),
    ...(author === undefined ? {} : { author }),
    ...(approvalId === undefined ? {} : { approvalId }),
  }
}

export const tooLarge = { kind: 'refused', code: 'frame-too-large' } as const
