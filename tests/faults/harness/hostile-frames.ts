// What a broken or ill-meaning device may send after a proper opening. Each breaks one rule of RFC 6455, and a server
// that keeps the rule closes with one of the codes named here.
import { encodeFrame, opcodes } from './websocket-frame.ts'

export type HostileFrame = { name: string; bytes: Buffer; closeCodes: readonly number[] }

const { text, binary, ping, pong, close, continuation } = opcodes
const broken = [1002]
const tooBig = [1009]
const notText = [1007]

const hostile = (name: string, closeCodes: readonly number[], ...frames: Buffer[]): HostileFrame => ({
  name,
  bytes: Buffer.concat(frames),
  closeCodes,
})

const overlongSlash = Buffer.from([0xc0, 0xaf])
const surrogate = Buffer.from([0xed, 0xa0, 0x80])
const halfCharacter = Buffer.from([0xe2, 0x82])

export function hostileFrames(largestMessageBytes: number): HostileFrame[] {
  return [
    hostile('an unmasked frame', broken, encodeFrame({ opcode: text, payload: '{}', masked: false })),
    ...[3, 7, 11, 15].map((opcode) => hostile(`the reserved opcode ${opcode}`, broken, encodeFrame({ opcode }))),
    ...[1, 2, 4].map((reserved) =>
      hostile(`the reserved bit ${reserved}`, broken, encodeFrame({ opcode: text, payload: '{}', reserved })),
    ),
    hostile('a ping above 125 bytes', broken, encodeFrame({ opcode: ping, payload: Buffer.alloc(126) })),
    hostile('a pong above 125 bytes', broken, encodeFrame({ opcode: pong, payload: Buffer.alloc(4_000) })),
    hostile('a ping in fragments', broken, encodeFrame({ opcode: ping, fin: false })),
    hostile('a continuation of nothing', broken, encodeFrame({ opcode: continuation, payload: 'x' })),
    hostile(
      'a message inside another',
      broken,
      encodeFrame({ opcode: text, payload: '{', fin: false }),
      encodeFrame({ opcode: text, payload: '}' }),
    ),
    hostile(
      'endless fragments',
      tooBig,
      encodeFrame({ opcode: text, payload: '{', fin: false }),
      ...Array.from({ length: 70 }, () =>
        encodeFrame({ opcode: continuation, payload: Buffer.alloc(largestMessageBytes / 64, ' '), fin: false }),
      ),
    ),
    hostile(
      'a length with the highest bit set',
      [1002, 1009],
      encodeFrame({ opcode: text, claimedLength: 2n ** 63n, lengthBytes: 8 }),
    ),
    hostile('a claimed terabyte', tooBig, encodeFrame({ opcode: binary, claimedLength: 2n ** 40n, lengthBytes: 8 })),
    hostile(
      'one byte too many',
      tooBig,
      encodeFrame({ opcode: text, payload: Buffer.alloc(largestMessageBytes + 1, ' ') }),
    ),
    hostile('an overlong character', notText, encodeFrame({ opcode: text, payload: overlongSlash })),
    hostile('half a surrogate pair', notText, encodeFrame({ opcode: text, payload: surrogate })),
    hostile('a character cut short', notText, encodeFrame({ opcode: text, payload: halfCharacter })),
    hostile('a close with half a code', broken, encodeFrame({ opcode: close, payload: Buffer.from([3]) })),
    hostile(
      'a close with a code nobody may send',
      broken,
      encodeFrame({ opcode: close, payload: Buffer.from([3, 237]) }),
    ),
    hostile('noise', broken, Buffer.from('GET / HTTP/1.1\r\n\r\n')),
  ]
}
