// Personal texts leave an event before it is chained: the body keeps a salted digest in their place, the text lies in a
// row of its own. Erasing that row, salt and all, leaves the chain whole and nothing to guess the text from.
import { Buffer } from 'node:buffer'
import type { DomainEvent } from '@comanda/shared/domain/events'
import { erasedText, replacePersonalTexts } from '@comanda/shared/domain/personal-text'
import type { RandomBytes } from '@comanda/shared/ports/random'
import { textDigest } from './chain.ts'

/** `salt` and `text` are null once erased. */
export type TextRow = { digest: string; salt: string | null; text: string | null }

export type Salts = () => string

const saltLength = 16
const saltsDrawnAtOnce = 256

/** Salts one by one from bytes drawn many at a time: asking the system for 16 bytes costs as much as storing a row. */
export const createSalts = (random: RandomBytes): Salts => {
  let pool = Buffer.alloc(0)
  let used = 0
  return () => {
    if (used === pool.length) {
      pool = Buffer.from(random(saltLength * saltsDrawnAtOnce))
      used = 0
    }
    const salt = pool.toString('base64url', used, used + saltLength)
    used += saltLength
    return salt
  }
}

const noTexts: readonly TextRow[] = []

export type Sealed = { event: DomainEvent; texts: readonly TextRow[] }

export const sealEvent = (event: DomainEvent, nextSalt: Salts): Sealed => {
  let texts: TextRow[] | undefined
  const sealed = replacePersonalTexts(event, (text) => {
    const salt = nextSalt()
    const digest = textDigest(salt, text)
    texts ??= []
    texts.push({ digest, salt, text })
    return digest
  })
  return { event: sealed, texts: texts ?? noTexts }
}

/** The event with its texts back in their places; a text that is gone reads as erased. */
export const openEvent = (sealed: DomainEvent, texts: readonly TextRow[]): DomainEvent =>
  replacePersonalTexts(sealed, (digest) => texts.find((row) => row.digest === digest)?.text ?? erasedText)

/** Every digest that the sealed event holds, in the visitor's order. */
export const sealedDigests = (sealed: DomainEvent): readonly string[] => {
  const digests: string[] = []
  replacePersonalTexts(sealed, (digest) => {
    digests.push(digest)
    return digest
  })
  return digests
}
