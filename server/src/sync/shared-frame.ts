// A frame that many sockets get, as the bytes of the wire with its header in front, made once. Writing it needs no work of
// the WebSocket library. That is only right because a server's frames are not masked, nothing is compressed, and the library
// never holds a frame back: what it wrote before is whole.

const text = 0x81
const shortest = 126
const middle = 65_536

const framed = new WeakMap<Buffer, Buffer>()

/** undefined: too large to be kept a second time. */
export function sharedFrame(payload: Buffer): Buffer | undefined {
  if (payload.length >= middle) return undefined
  const known = framed.get(payload)
  if (known !== undefined) return known
  const header = payload.length < shortest ? 2 : 4
  const frame = Buffer.allocUnsafeSlow(header + payload.length)
  frame[0] = text
  if (header === 2) frame[1] = payload.length
  else {
    frame[1] = shortest
    frame.writeUInt16BE(payload.length, 2)
  }
  payload.copy(frame, header)
  framed.set(payload, frame)
  return frame
}
