// What is handed out once and kept as a hash only.
import { createHash } from 'node:crypto'
import type { RandomBytes } from '@comanda/shared/ports/random'

const tokenBytes = 32
const idBytes = 16
/** No letter or digit that can be taken for another when it is read from one screen and typed on the next. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const codeLength = 8

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const newToken = (random: RandomBytes): string => Buffer.from(random(tokenBytes)).toString('base64url')

export const newId = <Id extends string>(random: RandomBytes): Id =>
  Buffer.from(random(idBytes)).toString('base64url') as Id

/** 32 letters: every byte maps onto them evenly. */
export const newCode = (random: RandomBytes): string =>
  Array.from(random(codeLength), (byte) => alphabet[byte % alphabet.length] ?? '').join('')

/** As people type it: with a dash, in small letters. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()
