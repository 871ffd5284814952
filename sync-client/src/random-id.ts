// 128 random bits as 22 letters: for clients and commands. crypto.randomUUID does not exist on plain-HTTP pages.
import type { ClientId, CommandId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function randomText(random: RandomBytes): string {
  const bytes = random(16)
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += alphabet[(held >> bits) & 63]
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(held << (6 - bits)) & 63] : text
}

export const newClientId = (random: RandomBytes): ClientId => randomText(random) as ClientId
export const newCommandId = (random: RandomBytes): CommandId => randomText(random) as CommandId

/** Evenly spread from 0 up to, not including, 1. */
export function randomFraction(random: RandomBytes): number {
  let value = 0
  for (const byte of random(4)) value = value * 256 + byte
  return value / 2 ** 32
}
