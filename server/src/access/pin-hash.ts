// PINs are short, so each guess is made dear: argon2id. One at a time and few waiting, so that guessing cannot take the
// machine away from the orders.
import { argon2, timingSafeEqual } from 'node:crypto'
import type { RandomBytes } from '@comanda/shared/ports/random'

const memory = 19_456
const passes = 2
const tagLength = 32
const saltLength = 16
const mostWaiting = 32

export class PinQueueFull extends Error {
  constructor() {
    super('too many PINs are being checked')
    this.name = 'PinQueueFull'
  }
}

const derive = (pin: string, nonce: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    argon2('argon2id', { message: pin, nonce, parallelism: 1, tagLength, memory, passes }, (cause, tag) =>
      cause === null ? resolve(tag) : reject(cause),
    )
  })

export class PinHasher {
  readonly #random: RandomBytes
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(random: RandomBytes) {
    this.#random = random
  }

  hash(pin: string): Promise<string> {
    return this.alone(async () => {
      const salt = this.#random(saltLength)
      const tag = await derive(pin, salt)
      return `argon2id$${memory}$${passes}$${Buffer.from(salt).toString('base64')}$${tag.toString('base64')}`
    })
  }

  /** Takes as long for somebody who has no PIN as for somebody who has one. */
  async matches(pin: string, stored: string | undefined): Promise<boolean> {
    const [, , , salt = '', tag = ''] = (stored ?? '').split('$')
    const expected = Buffer.from(tag, 'base64')
    const found = await derive(pin, salt === '' ? new Uint8Array(saltLength) : Buffer.from(salt, 'base64'))
    return expected.length === found.length && timingSafeEqual(expected, found)
  }

  /** Work on PINs runs one after the other: parallel guesses are counted like any others. */
  alone<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#waiting >= mostWaiting) return Promise.reject(new PinQueueFull())
    this.#waiting += 1
    const done = this.#last.then(work).finally(() => {
      this.#waiting -= 1
    })
    this.#last = done.catch(() => {})
    return done
  }
}
