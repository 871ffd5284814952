// Builds the frames that a client sends: whole messages, masked as the protocol demands.
export const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

const finished = 0x80
const masked = 0x80
const mask = Buffer.from([0x5a, 0x17, 0xc3, 0x8e])
const longestInOneByte = 125
const longestInTwoBytes = 65_535

export function clientFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload
  const lengthBytes = length <= longestInOneByte ? 0 : length <= longestInTwoBytes ? 2 : 8
  const start = 2 + lengthBytes + mask.length
  const frame = Buffer.allocUnsafe(start + length)
  frame[0] = finished | opcode
  if (lengthBytes === 0) {
    frame[1] = masked | length
  } else if (lengthBytes === 2) {
    frame[1] = masked | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = masked | 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  mask.copy(frame, start - mask.length)
  for (let at = 0; at < length; at += 1) frame[start + at] = (payload[at] ?? 0) ^ (mask[at & 3] ?? 0)
  return frame
}
