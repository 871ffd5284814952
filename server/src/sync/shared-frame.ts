// Frames as the bytes of the wire, with their header in front. One that many sockets get is made once; an answer is one piece
// of memory, so that it is one write. That is only right because a server's frames are not masked, nothing is compressed, and
// the WebSocket library never holds a frame back: what it wrote before is whole.

const text = 0x81
const shortest = 126
const middle = 65_536
const longForm = 127
/** Everything that is sent is far shorter than what the upper half of a long length could say. */
const upperHalf = 4

/** By their payloads. */
const framed = new WeakMap<Buffer, Buffer>()

const headerOf = (length: number): number => {
  if (length < shortest) return 2
  return length < middle ? 4 : 10
}

function writeHeader(frame: Buffer, length: number): void {
  frame[0] = text
  if (length < shortest) frame[1] = length
  else if (length < middle) {
    frame[1] = shortest
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = longForm
    frame.writeUInt32BE(0, 2)
    frame.writeUInt32BE(length, 2 + upperHalf)
  }
}

/** Where texts become bytes before their length is known. It grows to the largest frame there was. */
let desk = Buffer.alloc(0)
const mostBytesOfChar = 3

function written(pieces: readonly string[]): number {
  let characters = 0
  for (const piece of pieces) characters += piece.length
  if (desk.length < characters * mostBytesOfChar) desk = Buffer.allocUnsafeSlow(characters * mostBytesOfChar)
  let used = 0
  for (const piece of pieces) used += desk.write(piece, used)
  return used
}

/** The payload of a frame that many will get. Its header is written at once, so sending it copies nothing. */
export function framedText(...pieces: readonly string[]): Buffer {
  const length = written(pieces)
  const header = headerOf(length)
  const frame = Buffer.allocUnsafeSlow(header + length)
  writeHeader(frame, length)
  desk.copy(frame, header, 0, length)
  const body = frame.subarray(header)
  framed.set(body, frame)
  return body
}

/** The whole frame of a payload that many get. */
export function sharedFrame(payload: Buffer): Buffer {
  const known = framed.get(payload)
  if (known !== undefined) return known
  const { length } = payload
  const frame = Buffer.allocUnsafeSlow(headerOf(length) + length)
  writeHeader(frame, length)
  payload.copy(frame, headerOf(length))
  framed.set(payload, frame)
  return frame
}

export function ownFrame(payload: string): Buffer {
  const length = Buffer.byteLength(payload)
  const frame = Buffer.allocUnsafe(headerOf(length) + length)
  writeHeader(frame, length)
  frame.write(payload, headerOf(length))
  return frame
}
