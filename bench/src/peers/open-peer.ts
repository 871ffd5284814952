import { assertNever, type Kind } from '../launch/kinds.ts'
import { naivePeer } from './naive-peer.ts'
import type { Peer, PeerAddress } from './peer.ts'
import { socketPeer } from './socket-peer.ts'

export function openPeer(kind: Kind, address: PeerAddress): Peer {
  switch (kind) {
    case 'floor':
    case 'bare':
    case 'bare-each':
      return socketPeer(address)
    case 'naive':
      return naivePeer(address)
    case 'comanda':
      throw new Error('the bench cannot speak to comanda yet')
    default:
      return assertNever(kind)
  }
}
