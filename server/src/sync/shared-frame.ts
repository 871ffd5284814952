// Frames as the bytes of the wire, with their header in front. One that many sockets get is made once; an answer is one piece
// of memory, so that it is one write. That is only right because a server's frames are not masked, nothing is compressed, and
// the WebSocket library never holds a frame back: what it wrote before is whole.

const text = 0x81
const shortest = 126
const middle = 65_536

const framed = new WeakMap<Buffer, Buffer>()

const headerOf = (length: number): number => (length < shortest ? 2 : 4)

function writeHeader(frame: Buffer, length: number): void {
  frame[0] = text
  if (length < shortest) frame[1] = length
  else {
    frame[1] = shortest
    frame.writeUInt16BE(length, 2)
  }
}

/** undefined: too large to be kept a second time. */
export function sharedFrame(payload: Buffer): Buffer | undefined {
  const { length } = payload
  if (length >= middle) return undefined
  const known = framed.get(payload)
  if (known !== undefined) return known
  const frame = Buffer.allocUnsafeSlow(headerOf(length) + length)
  writeHeader(frame, length)
  payload.copy(frame, headerOf(length))
  framed.set(payload, frame)
  return frame
}

/** undefined: too large for a short header. */
export function ownFrame(payload: string): Buffer | undefined {
  const length = Buffer.byteLength(payload)
  if (length >= middle) return undefined
  const frame = Buffer.allocUnsafe(headerOf(length) + length)
  writeHeader(frame, length)
  frame.write(payload, headerOf(length))
  return frame
}
