// The wire's version. The lock test holds a hash of every frame's schema: whoever changes one comes here and adds a line.

export const protocolVersion = 1
export const subprotocol = 'comanda.v1'

export const history = [
  { version: 1, what: 'hello, resume or snapshot, commands answered once, events per room, receipts' },
] as const

/** Of the frames' schemas as this version has them. */
export const wireHash = '65ffd716e08dcb948c4ae49fb778b58560466a0338196adbf9a1eb7221437b32'
