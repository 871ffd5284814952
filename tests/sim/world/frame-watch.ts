// Reads along on the wire at the moment the server lets a frame go: an answer that is not on the disk, or an event that is
// not, is a promise broken at once, whatever happens later.
import type { ClientId } from '@comanda/shared/model/ids'
import type { Res } from '@comanda/shared/protocol/down'
import type { Hello } from '@comanda/shared/protocol/up'
import type { Taps } from './connection.ts'
import type { Stored } from './stored.ts'
import type { Witness } from './witness.ts'

const evTo = /^\{"t":"ev","from":\d+,"to":(\d+)/

export class FrameWatch {
  readonly #stored: Stored
  readonly #witness: Witness
  readonly #hellos = new Set<string>()

  constructor(stored: Stored, witness: Witness) {
    this.#stored = stored
    this.#witness = witness
  }

  /** For one connection. */
  tap(): Taps {
    let clientId: ClientId | undefined
    return {
      heardUp: (text) => {
        if (text.startsWith('{"t":"hello"')) clientId = this.#hello(JSON.parse(text) as Hello)
        if (text.startsWith('{"t":"cmd"')) this.#command(text)
      },
      sentDown: (text) => {
        if (text.startsWith('{"t":"res"')) this.#answer(clientId, JSON.parse(text) as Res)
        const to = evTo.exec(text)?.[1]
        if (to !== undefined && Number(to) > this.#stored.head) {
          this.#witness.violated('P-1', `events up to ${to} were sent, the disk has ${this.#stored.head}`)
        }
        if (text.startsWith('{"t":"welcome"')) this.#witness.count(`welcome ${JSON.parse(text).mode}`)
      },
      heardDown: (text) => {
        if (text.startsWith('{"t":"res"')) this.#witness.count('answer heard')
      },
    }
  }

  #hello(hello: Hello): ClientId {
    this.#witness.count('hello')
    return hello.clientId
  }

  #command(text: string): void {
    const { id } = JSON.parse(text) as { id: string }
    if (this.#hellos.has(id)) this.#witness.count('command came again')
    this.#hellos.add(id)
  }

  #answer(clientId: ClientId | undefined, res: Res): void {
    if (!res.ok && (res.code === 'forked' || res.code === 'gap')) {
      this.#witness.count(`answered ${res.code}`)
      return
    }
    const stored = clientId === undefined ? undefined : this.#stored.rows.byClient.get(clientId)?.get(res.cseq)
    if (stored === undefined) {
      this.#witness.violated('P-1', `${clientId} was answered for ${res.cseq}, which is not on the disk`)
      return
    }
    if (res.id !== undefined && res.id !== stored.origin.commandId) {
      this.#witness.violated('P-2', `${clientId} ${res.cseq}: told of ${res.id}, stored ${stored.origin.commandId}`)
    }
    if (res.id !== undefined) this.#witness.count('answered by another socket')
    const answer = JSON.parse(stored.answer) as { ok: boolean; seq: number }
    if (answer.ok === res.ok && answer.seq === res.seq) return
    this.#witness.violated('P-2', `${clientId} ${res.cseq}: told ${JSON.stringify(res)}, stored ${stored.answer}`)
  }
}
