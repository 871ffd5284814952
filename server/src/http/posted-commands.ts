// What was asked over HTTP under which id: a program that takes one id for two things is told so, and does not take the
// first one's answer for the second's. Kept for the newest only: it finds mistakes, the log alone makes a retry safe.

import { createHash } from 'node:crypto'
import { canonical } from '@comanda/shared/domain/state-json'
import type { CommandId } from '@comanda/shared/model/ids'

const mostRemembered = 10_000

type Sent = { readonly id: CommandId; readonly type: string; readonly args: unknown }

export class PostedCommands {
  readonly #digests = new Map<CommandId, string>()

  /** False: this id belongs to another command. */
  isNewOrSame({ id, type, args }: Sent): boolean {
    const digest = createHash('sha256')
      .update(JSON.stringify([type, canonical(args)]))
      .digest('base64')
    const known = this.#digests.get(id)
    if (known !== undefined) return known === digest
    this.#digests.set(id, digest)
    for (const oldest of this.#digests.keys()) {
      if (this.#digests.size <= mostRemembered) break
      this.#digests.delete(oldest)
    }
    return true
  }
}
