// The chain that makes edited history show: each event's hash covers the hash before it, the event's bytes and, at a
// command's last event, the answer's hash. What is hashed is exactly what is stored, so verifying needs no upcasting.
import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import type { LogId, RestaurantId } from '@comanda/shared/model/ids'
import type { Origin } from './log.ts'

type EventHead = Omit<EventCells, 'body'>

export type EventCells = {
  seq: number
  at: number
  businessDate: string
  type: string
  version: number
  /** JSON of the event, personal texts sealed. */
  body: string
}

export type ResultCells = { origin: Origin; firstSeq: number; lastSeq: number; answer: string }

const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** What the first event is chained to. */
export const genesisHash = (restaurantId: RestaurantId): string => sha256(`comanda log 1\n${restaurantId}`)

/** Tells a log's life from one that somebody wrote over it. */
export const lifeDigest = (restaurantId: RestaurantId, logId: LogId): string => sha256(`${restaurantId}\n${logId}`)

// No cell before the last can hold a line feed, so the joined text can be read in one way only.
export const resultHash = (restaurantId: RestaurantId, { origin, firstSeq, lastSeq, answer }: ResultCells): string =>
  sha256(
    [
      restaurantId,
      firstSeq,
      lastSeq,
      origin.commandId,
      origin.commandType,
      origin.client?.clientId ?? '',
      origin.client?.cseq ?? '',
      origin.again === true ? 'again' : '',
      origin.deviceId ?? '',
      origin.staffId ?? '',
      origin.sid ?? '',
      origin.writtenAt ?? '',
      answer,
    ].join('\n'),
  )

/** All that stands before an event's body in what is hashed. ASCII alone, so its length is its length in bytes. */
const beforeBody = (
  previous: string,
  { seq, at, businessDate, type, version }: EventHead,
  answerHash: string,
): string => `${previous}\n${seq}\n${at}\n${businessDate}\n${type}\n${version}\n${answerHash}\n`

/** `answerHash` is empty but for the last event of a command. */
export const eventHash = (previous: string, cells: EventCells, answerHash: string): string =>
  sha256(beforeBody(previous, cells, answerHash) + cells.body)

/** Where the bytes of a batch lie: asking for memory event by event costs more than filling it. */
export type Room = { readonly buffer: Buffer; used: number }

const mostBytesBeforeBody = 300
const mostBytesOfChar = 3

export const roomFor = (bodies: readonly Pick<EventCells, 'body'>[]): Room => {
  const size = bodies.reduce((sum, { body }) => sum + mostBytesBeforeBody + body.length * mostBytesOfChar, 0)
  return { buffer: Buffer.allocUnsafe(size), used: 0 }
}

/** The same hash, with the body's bytes: encoded once, for hashing and for storing. */
export const chainEvent = (
  previous: string,
  cells: EventCells,
  answerHash: string,
  room: Room,
): { hash: string; bytes: Buffer } => {
  const { buffer, used } = room
  const bodyAt = used + buffer.write(beforeBody(previous, cells, answerHash), used, 'latin1')
  room.used = bodyAt + buffer.write(cells.body, bodyAt)
  return { hash: hash('sha256', buffer.subarray(used, room.used), 'hex'), bytes: buffer.subarray(bodyAt, room.used) }
}

export const textDigest = (salt: string, text: string): string => hash('sha256', `${salt}\n${text}`, 'base64url')

export const snapshotDigest = (domain: string, body: string): string => sha256(`${domain}\n${body}`)
