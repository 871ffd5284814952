// WebSocket frames byte by byte (RFC 6455), the wrong ones as easily as the right ones.

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

export type FrameShape = {
  opcode: number
  payload?: Uint8Array | string
  /** Last frame of its message; true without it. */
  fin?: boolean
  /** A device must mask; true without it. */
  masked?: boolean
  /** The three reserved bits, as a number from 0 to 7. */
  reserved?: number
  /** What the header claims, where it is not the truth. */
  claimedLength?: bigint
  /** Spend this many bytes on the length although fewer would do: 0, 2 or 8. */
  lengthBytes?: 0 | 2 | 8
}

export type ReceivedFrame = { opcode: number; fin: boolean; masked: boolean; payload: Buffer }

const mask = Buffer.from([0x37, 0xfa, 0x21, 0x3d])

function lengthField(length: bigint, masked: boolean, lengthBytes: FrameShape['lengthBytes']): Buffer {
  const bytes = lengthBytes ?? (length < 126n ? 0 : length < 65_536n ? 2 : 8)
  const maskBit = masked ? 0x80 : 0
  if (bytes === 0) return Buffer.from([maskBit | Number(length)])
  const field = Buffer.alloc(1 + bytes)
  field[0] = maskBit | (bytes === 2 ? 126 : 127)
  if (bytes === 2) field.writeUInt16BE(Number(length), 1)
  else field.writeBigUInt64BE(length, 1)
  return field
}

export function encodeFrame(shape: FrameShape): Buffer {
  const { opcode, payload = '', fin = true, masked = true, reserved = 0, claimedLength, lengthBytes } = shape
  const bytes = Buffer.from(payload)
  const head = Buffer.from([(fin ? 0x80 : 0) | (reserved << 4) | opcode])
  const length = lengthField(claimedLength ?? BigInt(bytes.length), masked, lengthBytes)
  if (!masked) return Buffer.concat([head, length, bytes])
  return Buffer.concat([head, length, mask, bytes.map((byte, index) => byte ^ (mask[index % 4] ?? 0))])
}

export function closeFrame(code: number, reason = ''): Buffer {
  const payload = Buffer.alloc(2 + Buffer.byteLength(reason))
  payload.writeUInt16BE(code, 0)
  payload.write(reason, 2)
  return encodeFrame({ opcode: opcodes.close, payload })
}

/** The first whole frame in the bytes and what follows it, or null while it is not all there. */
export function decodeFrame(bytes: Buffer): { frame: ReceivedFrame; rest: Buffer } | null {
  if (bytes.length < 2) return null
  const [first = 0, second = 0] = bytes
  const short = second & 0x7f
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0
  const masked = (second & 0x80) !== 0
  const start = 2 + lengthBytes + (masked ? 4 : 0)
  if (bytes.length < start) return null
  const length =
    lengthBytes === 2 ? bytes.readUInt16BE(2) : lengthBytes === 8 ? Number(bytes.readBigUInt64BE(2)) : short
  if (bytes.length < start + length) return null
  const key = masked ? bytes.subarray(start - 4, start) : Buffer.alloc(4)
  const payload = Buffer.from(bytes.subarray(start, start + length)).map((byte, index) => byte ^ (key[index % 4] ?? 0))
  return {
    frame: { opcode: first & 0x0f, fin: (first & 0x80) !== 0, masked, payload: Buffer.from(payload) },
    rest: bytes.subarray(start + length),
  }
}
