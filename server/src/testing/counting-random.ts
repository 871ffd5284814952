// Randomness that is the same in every run: good for ids in tests, for nothing else.
import type { RandomBytes } from '@comanda/shared/ports/random'

export function countingRandom(start = 1): RandomBytes {
  let count = start
  return (length) => {
    const bytes = new Uint8Array(length)
    new DataView(bytes.buffer).setUint32(0, count, true)
    count += 1
    return bytes.map((byte, index) => (index < 4 ? byte : (byte + index * 37 + count) % 256))
  }
}
