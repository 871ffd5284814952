// How much anybody may ask of this server. Far above what a full restaurant needs, far below what hurts it.
import type { Millis } from '@comanda/shared/ports/time'

export type Rate = { readonly perSecond: number; readonly burst: number }

export type Limits = {
  readonly sockets: number
  readonly socketsPerAddress: number
  readonly socketsPerDevice: number
  /** Frames of one device. */
  readonly frames: Rate
  /** New sockets of one address. */
  readonly connects: Rate
  /** Hellos of all devices together: a storm is spread out, it does not fall over. */
  readonly hellos: Rate
  readonly httpPerMinute: number
  readonly signInsPerMinute: number
  readonly pairingsPerMinute: number
  /** Of one address, whoever it is: each may be the largest body there is. */
  readonly catalogsPerMinute: number
  /** A socket that answers no ping for so long is cut. */
  readonly silentFor: Millis
}

export const defaultLimits: Limits = {
  sockets: 5_000,
  socketsPerAddress: 3_000,
  socketsPerDevice: 64,
  frames: { perSecond: 2_000, burst: 4_000 },
  connects: { perSecond: 500, burst: 3_000 },
  hellos: { perSecond: 1_000, burst: 2_000 },
  httpPerMinute: 6_000,
  signInsPerMinute: 120,
  pairingsPerMinute: 30,
  catalogsPerMinute: 60,
  silentFor: 30_000,
}
