// The wire as a port. Whoever opens hands over the handlers at once, so no frame can arrive before there is an ear.

export type Socket = {
  send(text: string): void
  /** After this the opener hears nothing more that it should act on; a far end that is gone needs no farewell. */
  close(code?: number, reason?: string): void
}

/** Never called before open() has returned. */
export type SocketHandlers = {
  opened(): void
  heard(text: string): void
  closed(code: number, reason: string): void
}

export type Transport = { open(url: string, subprotocol: string, handlers: SocketHandlers): Socket }
