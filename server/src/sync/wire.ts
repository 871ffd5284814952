// What a session needs of a connection, and nothing more: a WebSocket in the program, a line of the lossy network in a simulation.

export type Wire = {
  /** A whole text frame. A Buffer is shared by many wires: it is sent as it is and never changed. */
  send(frame: string | Buffer): void
  close(code: number, reason: string): void
  /** Cuts it without a word. */
  terminate(): void
  /** Bytes handed over and not yet taken by the network. */
  readonly bufferedAmount: number
}
