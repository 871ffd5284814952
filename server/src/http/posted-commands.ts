// What was asked over HTTP under which id: a program that takes one id for two things is told so, and does not take the
// first one's answer for the second's. Kept for the newest only: it finds mistakes, the log alone makes a retry safe.

import type { CommandId } from '@comanda/shared/model/ids'
import { type CommandContent, commandDigest } from '../restaurant/command-digest.ts'

const mostRemembered = 10_000

type Sent = CommandContent & { readonly id: CommandId }

export class PostedCommands {
  readonly #digests = new Map<CommandId, string>()

  /** False: this id belongs to another command. */
  isNewOrSame({ id, ...content }: Sent): boolean {
    const digest = commandDigest(content)
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
