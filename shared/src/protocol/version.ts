// The wire's version. The lock test holds a hash of every frame's schema: whoever changes one comes here and adds a line.

export const protocolVersion = 1
export const subprotocol = 'comanda.v1'

export const history = [
  { version: 1, what: 'hello, resume or snapshot, commands answered once, events per room, receipts' },
] as const

/** Of the frames' schemas as this version has them. */
export const wireHash = '77b708e973d5b8c5b5713133ada2bab72ce76ed6df8077597c23c54a903c4625'
