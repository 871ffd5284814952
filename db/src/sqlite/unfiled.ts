// The newest commands of one restaurant, by all that a command is looked up by, until the file's own trees have them.
// Invariant: whatever the log holds up to `upTo` is here or filed.

/** One command as it is filed. */
export type Unfiled = {
  readonly seq: number
  readonly commandId: string
  readonly again: boolean
  readonly client: { readonly clientId: string; readonly cseq: number } | undefined
  readonly orders: readonly { readonly orderId: string; readonly seq: number }[]
}

const mostClients = 20_000

export class UnfiledTail {
  upTo: number
  /** So many were here when filing them was refused last; 0: it was not. */
  tried = 0
  #commands: Unfiled[] = []
  readonly #byCommand = new Map<string, number>()
  readonly #byNumber = new Map<string, Map<number, number>>()
  readonly #byOrder = new Map<string, number[]>()
  /** The highest number of each client that was looked at, filed or not. */
  readonly #last = new Map<string, number>()

  constructor(upTo: number) {
    this.upTo = upTo
  }

  get commands(): readonly Unfiled[] {
    return this.#commands
  }

  add(command: Unfiled): void {
    const { seq, commandId, again, client, orders } = command
    this.#commands.push(command)
    if (!again) this.#byCommand.set(commandId, seq)
    if (client !== undefined) this.#addNumber(client.clientId, client.cseq, seq)
    for (const one of orders) {
      const known = this.#byOrder.get(one.orderId)
      if (known === undefined) this.#byOrder.set(one.orderId, [one.seq])
      else known.push(one.seq)
    }
    this.upTo = seq
  }

  seqOfCommand(commandId: string): number | undefined {
    return this.#byCommand.get(commandId)
  }

  seqOfNumber(clientId: string, cseq: number): number | undefined {
    return this.#byNumber.get(clientId)?.get(cseq)
  }

  seqsOfOrder(orderId: string): readonly number[] {
    return this.#byOrder.get(orderId) ?? []
  }

  /** undefined: none of this client's commands is here. */
  lastNumber(clientId: string): number | undefined {
    let last: number | undefined
    for (const cseq of this.#byNumber.get(clientId)?.keys() ?? []) if (last === undefined || cseq > last) last = cseq
    return last
  }

  /** `look` is asked once for each client; from then on what is added is counted. */
  isBeyond(clientId: string, cseq: number, look: () => number): boolean {
    const known = this.#last.get(clientId) ?? this.#learn(clientId, look())
    return cseq > known
  }

  notFiled(): void {
    this.tried = this.#commands.length
  }

  filed(): void {
    this.tried = 0
    this.#commands = []
    this.#byCommand.clear()
    this.#byNumber.clear()
    this.#byOrder.clear()
  }

  #addNumber(clientId: string, cseq: number, seq: number): void {
    const numbers = this.#byNumber.get(clientId)
    if (numbers === undefined) this.#byNumber.set(clientId, new Map([[cseq, seq]]))
    else numbers.set(cseq, seq)
    const last = this.#last.get(clientId)
    if (last !== undefined && cseq > last) this.#last.set(clientId, cseq)
  }

  #learn(clientId: string, last: number): number {
    if (this.#last.size >= mostClients) this.#last.clear()
    this.#last.set(clientId, last)
    return last
  }
}
