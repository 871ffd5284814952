// A log that does the whole work of an append and keeps nothing of it: for rehearsals, whose events are nobody's.
import type { Upcast } from '@comanda/shared/domain/upcast'
import type { LogId, RestaurantId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import { genesisHash } from '../chain.ts'
import type { Log } from '../log.ts'
import { prepareBatch, type Tail } from '../prepare.ts'
import { createSalts } from '../sealing.ts'

export type ForgetfulLogOptions = { readonly head: number; readonly random: RandomBytes; readonly upcast: Upcast }

const notHere = async (): Promise<never> => {
  throw new Error('nothing is kept here')
}

export const createForgetfulLog = ({ head, random, upcast }: ForgetfulLogOptions): Log => {
  const preparing = { versions: upcast, salts: createSalts(random) }
  const tails = new Map<RestaurantId, Tail>()
  const opened = (restaurantId: RestaurantId, logId: LogId) => ({ logId, head, chainHead: genesisHash(restaurantId) })
  return {
    restaurants: async () => [],
    load: async () => undefined,
    create: async (restaurantId, logId) => opened(restaurantId, logId),
    append: async (restaurantId, batch) => {
      const tail = tails.get(restaurantId) ?? { head, chainHead: genesisHash(restaurantId) }
      const prepared = prepareBatch(restaurantId, batch, tail, preparing)
      tails.set(restaurantId, { head: prepared.head, chainHead: prepared.chainHead })
      return { kind: 'committed', head: prepared.head }
    },
    readAfter: async () => [],
    readOrder: async () => [],
    readClient: async (_, clientId) => ({ clientId, lastCseq: 0 }),
    readAnswer: async () => undefined,
    saveSnapshot: async () => {},
    backedUpSeq: async () => 0,
    eraseTexts: notHere,
    onAdvance: () => () => {},
    probe: async () => {},
    close: async () => {},
  }
}
