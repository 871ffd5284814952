// Ids of 22 letters: 128 random bits for clients; for commands a moment and 90 random bits, so that what is written at the
// same time lies together in the log's indexes. crypto.randomUUID does not exist on plain-HTTP pages.
import type { ClientId, CommandId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Millis } from '@comanda/shared/ports/time'

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

const momentLetters = 7
/** The same letters, in the order in which texts sort. */
const ascending = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

/** Milliseconds as seven letters that sort as the moments do, for 139 years from 1970. */
function momentText(now: Millis): string {
  let text = ''
  for (let left = Math.max(0, Math.floor(now)), place = 0; place < momentLetters; place += 1) {
    text = ascending.charAt(left % 64) + text
    left = Math.floor(left / 64)
  }
  return text
}

export const newClientId = (random: RandomBytes): ClientId => randomText(random) as ClientId
export const newCommandId = (random: RandomBytes, now: Millis): CommandId =>
  (momentText(now) + randomText(random).slice(momentLetters)) as CommandId

/** Evenly spread from 0 up to, not including, 1. */
export function randomFraction(random: RandomBytes): number {
  let value = 0
  for (const byte of random(4)) value = value * 256 + byte
  return value / 2 ** 32
}
