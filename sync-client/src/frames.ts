// Text to frame and back, without a schema library. The server is trusted with what lies inside an event;
// what steers the client itself (type, numbers, order) is checked here, once.
import type { DownFrame } from '@comanda/shared/protocol/down'
import type { UpFrame } from '@comanda/shared/protocol/up'

/** The same as the server's: the test holds them together. */
export const largestUpFrame = 64 * 1024

type Shape = Readonly<Record<string, 'number' | 'string' | 'boolean' | 'array' | 'object' | 'present'>>

const shapes: Readonly<Record<DownFrame['t'], Shape>> = {
  welcome: { logId: 'string', head: 'number', lastCseq: 'number', mode: 'string', limits: 'object', now: 'number' },
  snap: { seq: 'number', part: 'number', of: 'number', body: 'string' },
  ev: { from: 'number', to: 'number', events: 'array' },
  view: { seq: 'number', body: 'present' },
  res: { cseq: 'number', ok: 'boolean' },
  hb: { head: 'number', now: 'number', backedUpSeq: 'number' },
  presence: { people: 'array' },
  approvals: { open: 'array' },
  error: { code: 'string' },
}

const isShaped = (value: unknown, wanted: Shape[string]): boolean => {
  if (wanted === 'array') return Array.isArray(value)
  if (wanted === 'present') return value !== undefined
  if (wanted === 'number') return Number.isSafeInteger(value)
  return typeof value === wanted && value !== null
}

const isKnown = (type: unknown): type is DownFrame['t'] => typeof type === 'string' && Object.hasOwn(shapes, type)

/** 'unknown': a newer server says something this program need not understand. undefined: not a frame at all. */
export function readFrame(text: string): DownFrame | 'unknown' | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('t' in value)) return undefined
  if (!isKnown(value.t)) return typeof value.t === 'string' ? 'unknown' : undefined
  const fields = value as Readonly<Record<string, unknown>>
  const fits = Object.entries(shapes[value.t]).every(([name, wanted]) => isShaped(fields[name], wanted))
  return fits ? (value as DownFrame) : undefined
}

export const writeFrame = (frame: UpFrame): string => JSON.stringify(frame)

/** Bytes on the wire. */
export function frameBytes(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // a surrogate pair is two units and four bytes
    if (unit >= 0xd800 && unit <= 0xdfff) bytes += 1
    else if (unit > 0x7ff) bytes += 2
    else if (unit > 0x7f) bytes += 1
  }
  return bytes
}
