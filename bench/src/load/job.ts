// What the bench and its load process tell each other. Both sides parse what they are told.
import { z } from 'zod'
import { kinds } from '../launch/kinds.ts'

const target = {
  kind: z.enum(kinds),
  port: z.number().int(),
  access: z.record(z.string(), z.string()),
  serverPid: z.number().int(),
  submitters: z.number().int().min(1),
  screens: z.number().int().min(0),
  /** Whether submitters are handed every order too, in every system alike, or only their own answers. */
  listening: z.enum(['screens', 'everybody']),
  /** Orders placed before the measuring begins; what follows is added to these in turn. */
  openOrders: z.number().int().min(1),
}

/** `full`: each submitter sends again once answered. `single`: the next order waits until all screens have the last. */
const pace = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('full') }),
  z.object({ mode: z.literal('single') }),
  z.object({ mode: z.literal('rate'), perSecond: z.number().positive() }),
])

export const ordersJobSchema = z.object({
  type: z.literal('orders'),
  ...target,
  pace,
  warmupMs: z.number().min(0),
  measureMs: z.number().positive(),
})
export const stormJobSchema = z.object({ type: z.literal('storm'), ...target, ordersPerSecond: z.number().positive() })
export const toLoadSchema = z.discriminatedUnion('type', [
  ordersJobSchema,
  stormJobSchema,
  z.object({ type: z.literal('server-is-back') }),
])

/** Not a number where nothing was sampled: a run without screens. */
const figure = z.union([z.number(), z.nan()])
const quantiles = z.object({ count: z.number(), p50: figure, p99: figure, max: figure })

export const ordersResultSchema = z.object({
  orders: z.number(),
  ordersPerSecond: z.number(),
  /** From the tap to the durable answer. */
  answered: quantiles,
  /** From the tap to each screen. */
  seen: quantiles,
  /** From the tap to the last screen. */
  seenByAll: quantiles,
  serverCpuMs: z.number(),
  serverMainCpuMs: z.number(),
  /** What the load itself used in that time: near a whole core, it is the load that is measured. */
  loadCpuMs: z.number(),
  serverResidentMb: z.number(),
  framesDelivered: z.number(),
})
export const stormResultSchema = z.object({
  /** From the server's readiness. */
  firstLiveMs: z.number(),
  allLiveMs: z.number(),
  firstOrderMs: z.number(),
  /** Orders that were answered as stored, yet did not reach every screen. */
  acknowledgedUnseen: z.number(),
  /** Orders placed between the server's readiness and the last device being live. */
  answeredMeanwhile: quantiles,
})
export const fromLoadSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('orders-result'), result: ordersResultSchema }),
  z.object({ type: z.literal('storm-connected') }),
  z.object({ type: z.literal('storm-result'), result: stormResultSchema }),
  z.object({ type: z.literal('failed'), reason: z.string() }),
])

export type Target = Omit<z.infer<typeof ordersJobSchema>, 'type' | 'pace' | 'warmupMs' | 'measureMs'>
export type Listening = Target['listening']
export type Pace = z.infer<typeof pace>
export type OrdersJob = z.infer<typeof ordersJobSchema>
export type StormJob = z.infer<typeof stormJobSchema>
export type OrdersResult = z.infer<typeof ordersResultSchema>
export type StormResult = z.infer<typeof stormResultSchema>
export type ToLoad = z.infer<typeof toLoadSchema>
export type FromLoad = z.infer<typeof fromLoadSchema>
