// How the load speaks to any system: submitters that wait for a durable answer, and screens that are handed orders.
// One adapter per system; everything that is measured is written against this alone.
import type { Order } from '../order/order.ts'

/** A connection that can be lost with its server and taken up again. */
export interface Link {
  /** Resolves when the connection that stands now is lost. */
  lost(): Promise<void>
  /** Connects again and resolves once live: a screen has caught up, a submitter may submit. Rejects if it cannot. */
  resume(): Promise<void>
  close(): Promise<void>
}

export interface Submitter extends Link {
  /** Resolves when the server has said that the order is stored; rejects if the connection is lost before that. */
  submit(order: Order): Promise<void>
}

export type Screen = Link

export interface Peer {
  /** A submitter that `listens` is also handed every order, as a tablet is; the other only sends and hears its answers. */
  connectSubmitter(index: number, listens: boolean): Promise<Submitter>
  /** `seen` is called at the moment the frame that carries the order is in the screen's hands. */
  connectScreen(index: number, seen: (orderKey: string) => void): Promise<Screen>
}

export interface PeerAddress {
  readonly port: number
  /** What the server's launcher hands to its adapter: credentials, names. Empty where nobody signs in. */
  readonly access: Readonly<Record<string, string>>
}
