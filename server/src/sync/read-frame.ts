// The socket's edge: text becomes a frame, a frame's arguments become a command, or a named refusal says where it is wrong.

import { DeviceCommand } from '@comanda/shared/domain/commands'
import { ok, type Result, refuse } from '@comanda/shared/domain/decision'
import { type DomainError, error } from '@comanda/shared/domain/errors'
import { type Cmd, UpFrame } from '@comanda/shared/protocol/up'
import type { Asked } from '../restaurant/waiting.ts'
import { plainCheck } from './plain-check.ts'

/** A list of everything that would have been right helps nobody. */
const longestProblem = 80

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** The first thing that is wrong, and where: enough for a person to find it, too little to leak what was sent. */
export function problemOf(issues: readonly Issue[]): { field: string; problem: string } {
  const [first] = issues
  return {
    field: (first?.path ?? []).map(String).join('.'),
    problem: (first?.message ?? 'unknown').slice(0, longestProblem),
  }
}

/** What screens say all the time, as every client writes it. Anything else takes the long way to the same answer. */
const receipt = /^\{"t":"(?:painted","seq|seen","cursor)":(0|[1-9]\d{0,14})\}$/

function readReceipt(text: string): UpFrame | undefined {
  const number = receipt.exec(text)?.[1]
  if (number === undefined) return undefined
  return text.startsWith('{"t":"painted"')
    ? { t: 'painted', seq: Number(number) }
    : { t: 'seen', cursor: Number(number) }
}

export function readFrame(text: string): Result<UpFrame, DomainError> {
  const said = readReceipt(text)
  return said === undefined ? readAny(text) : ok(said)
}

const isPlainFrame = plainCheck(UpFrame)
const isPlainCommand = plainCheck(DeviceCommand)

export function readAny(text: string): Result<UpFrame, DomainError> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return refuse(error('frame-invalid', { field: '', problem: 'not JSON' }))
  }
  if (isPlainFrame(parsed)) return ok(parsed as UpFrame)
  const frame = UpFrame.safeParse(parsed)
  return frame.success ? ok(frame.data) : refuse(error('frame-invalid', problemOf(frame.error.issues)))
}

/** What no socket carries, being too large for a frame. */
const byHttpOnly = 'catalog.publish'

export function readCommand(cmd: Cmd): Asked {
  const { type } = cmd
  if (type !== byHttpOnly) return readAnyCommand(cmd)
  return { kind: 'unread', type, problem: error('command-invalid', { field: 'type', problem: 'by HTTP only' }) }
}

export function readAnyCommand({ id, type, args }: Pick<Cmd, 'id' | 'type' | 'args'>): Asked {
  const asked = { type, args }
  if (isPlainCommand(asked)) return { kind: 'read', command: { ...(asked as DeviceCommand), id } }
  const read = DeviceCommand.safeParse(asked)
  if (!read.success) return { kind: 'unread', type, problem: error('command-invalid', problemOf(read.error.issues)) }
  return { kind: 'read', command: { ...read.data, id } }
}
