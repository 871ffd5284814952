// What the kernel holds for the connections of one port of this machine: handed over by one side, not yet taken by the other.
import { readFileSync } from 'node:fs'

export type SocketQueues = {
  /** Written by the program that listens, not yet arrived. */
  readonly toSend: number
  /** Arrived at the other side, which has not read it. */
  readonly unread: number
}

const portOf = (address: string | undefined): number => Number.parseInt(address?.split(':')[1] ?? '', 16)
const established = '01'

export function socketQueues(port: number): SocketQueues {
  let [toSend, unread] = [0, 0]
  for (const line of readFileSync('/proc/net/tcp', 'latin1').trim().split('\n').slice(1)) {
    const [, local, remote, state, queues] = line.trim().split(/\s+/)
    const [transmit = '0', receive = '0'] = queues?.split(':') ?? []
    if (state !== established) continue
    if (portOf(local) === port) toSend += Number.parseInt(transmit, 16)
    if (portOf(remote) === port) unread += Number.parseInt(receive, 16)
  }
  return { toSend, unread }
}
