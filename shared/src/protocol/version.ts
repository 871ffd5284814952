// The wire's version. The lock test holds a hash of every frame's schema: whoever changes one comes here and adds a line.

export const protocolVersion = 1
export const subprotocol = 'comanda.v1'

export const history = [
  { version: 1, what: 'hello, resume or snapshot, commands answered once, events per room, receipts' },
] as const

/** Of the frames' schemas as this version has them. */
export const wireHash = '49e2be56c07eb37dcdff4d5a2b52c28f2152d717b04a32919ae5eec026eb4feb'
