// The log itself: no hole, an unbroken chain, answers that point at their own events, facts that equal a rebuild, and
// a start from a snapshot that ends where a replay from the first event ends.
import { openMemoryLog } from '@comanda/db/memory/log'
import { verifyMemoryDisk } from '@comanda/db/memory/verify'
import { loadState } from '@comanda/server/restaurant/load-state'
import { canonical } from '@comanda/shared/domain/state-json'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import { restaurantId, settings } from '../world/stored.ts'
import type { World } from '../world/world.ts'

const textOf = (value: unknown): string => JSON.stringify(canonical(value))

export async function checkLog(world: World): Promise<void> {
  const { stored, witness } = world
  for (const finding of verifyMemoryDisk(stored.disk, { facts: stored.facts, upcast: currentUpcast })) {
    witness.violated('P-14', `${finding.table} ${finding.row} ${finding.says}`)
  }
  for (const [index, { seq, event }] of stored.events.entries()) {
    witness.count(`event ${event.type}`)
    if (seq !== index + 1) witness.violated('P-4', `event ${index + 1} of the log has seq ${seq}`)
  }
  if (stored.events.length !== stored.head) {
    witness.violated('P-4', `the head is ${stored.head}, the log has ${stored.events.length} events`)
  }
  const log = openMemoryLog({
    disk: stored.disk,
    project: stored.facts.project,
    random: () => new Uint8Array(32),
    upcast: currentUpcast,
  })
  const opened = await log.load(restaurantId)
  if (opened === undefined) throw new Error('the restaurant is not on the disk')
  const loaded = await loadState(log, restaurantId, opened, settings)
  await log.close()
  if (loaded.snapshotSeq > 0) witness.count('loaded from a snapshot')
  witness.same(
    'P-12',
    `snapshot ${loaded.snapshotSeq} and what follows, against a replay`,
    textOf(loaded.state),
    textOf(stored.replayed),
  )
}
