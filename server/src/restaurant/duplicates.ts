// A command that is stored already has its answer: it is told, or recorded as told again to another clientId.

import type { Log } from '@comanda/db/log'
import type { CommandId, RestaurantId } from '@comanda/shared/model/ids'
import type { ActorQueue } from './actor-queue.ts'
import type { ClientTails } from './client-tails.ts'
import type { Waiting } from './waiting.ts'

export type Learning = {
  readonly log: Log
  readonly restaurantId: RestaurantId
  readonly tails: ClientTails
  readonly queue: ActorQueue
}

/** `taken` waits in the queue again; who has a number of its own hears the answer under it. */
export async function learnDuplicates(
  taken: readonly Waiting[],
  commandIds: readonly CommandId[],
  { log, restaurantId, tails, queue }: Learning,
): Promise<void> {
  const stored = new Set(commandIds)
  const again = taken.filter(({ id }) => stored.has(id))
  if (again.length === 0) throw new Error('the log names a duplicate that was not sent')
  for (const one of again) {
    const answered = await log.readAnswer(restaurantId, { commandId: one.id })
    if (one.client !== undefined) {
      tails.forget(one.client.clientId)
      if (answered !== undefined) one.prepared.again = answered.answer
      continue
    }
    queue.remove(one)
    if (answered !== undefined) one.reply({ kind: 'answered', answer: answered.answer })
  }
}
