import { assertNever, type Kind } from '../launch/kinds.ts'
import { comandaPeer } from './comanda-peer.ts'
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
      return comandaPeer(address)
    default:
      return assertNever(kind)
  }
}
