// The state as the log has it: the newest snapshot that these rules made, and every event after it.

import type { Log, Opened } from '@comanda/db/log'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import { evolve } from '@comanda/shared/domain/evolve'
import { emptyState, type State } from '@comanda/shared/domain/state'
import { stateFromJson } from '@comanda/shared/domain/state-json'
import type { RestaurantId } from '@comanda/shared/model/ids'
import type { Settings } from '@comanda/shared/model/settings'
import type { Millis } from '@comanda/shared/ports/time'

const readAtOnce = 1_000

export type Loaded = { readonly state: State; readonly snapshotSeq: number; readonly newestAt: Millis }

export async function loadState(log: Log, id: RestaurantId, opened: Opened, settings: Settings): Promise<Loaded> {
  const { snapshot } = opened
  // Other rules may shape the state otherwise: then only the events are believed.
  const usable = snapshot !== undefined && snapshot.domain === domainHash
  let state = usable ? stateFromJson(snapshot.body) : emptyState(settings)
  const snapshotSeq = state.seq
  let newestAt: Millis = 0
  for (;;) {
    const recorded = await log.readAfter(id, state.seq, readAtOnce)
    if (recorded.length === 0) break
    for (const one of recorded) state = evolve(state, one)
    newestAt = recorded.at(-1)?.at ?? newestAt
  }
  if (newestAt === 0 && state.seq > 0) newestAt = (await log.readAfter(id, state.seq - 1, 1))[0]?.at ?? 0
  return { state, snapshotSeq, newestAt }
}
