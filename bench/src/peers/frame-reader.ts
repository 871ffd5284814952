// Cuts a server's byte stream into frames, wherever the network cut it. Frames that arrive whole are not copied.
export interface FrameReader {
  read(bytes: Buffer): void
}

const finished = 0x80
const masked = 0x80
const nothing = Buffer.alloc(0)

export function createFrameReader(received: (opcode: number, payload: Buffer) => void): FrameReader {
  let rest = nothing
  return {
    read: (bytes) => {
      const stream = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      let at = 0
      while (true) {
        const head = headAt(stream, at)
        if (head === undefined || stream.length < head.start + head.length) break
        at = head.start + head.length
        received(head.opcode, stream.subarray(head.start, at))
      }
      rest = at === stream.length ? nothing : Buffer.from(stream.subarray(at))
    },
  }
}

interface Head {
  readonly opcode: number
  readonly start: number
  readonly length: number
}

function headAt(stream: Buffer, at: number): Head | undefined {
  if (stream.length < at + 2) return undefined
  const first = stream.readUInt8(at)
  const second = stream.readUInt8(at + 1)
  if ((first & finished) === 0 || (second & masked) !== 0) throw new Error('a whole, unmasked frame was expected')
  const opcode = first & 0x0f
  if (second < 126) return { opcode, start: at + 2, length: second }
  if (second === 126) {
    return stream.length < at + 4 ? undefined : { opcode, start: at + 4, length: stream.readUInt16BE(at + 2) }
  }
  return stream.length < at + 10
    ? undefined
    : { opcode, start: at + 10, length: Number(stream.readBigUInt64BE(at + 2)) }
}
