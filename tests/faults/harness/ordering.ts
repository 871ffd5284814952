// A person who orders: one round after the other, each when the one before has its answer and the pause is over.
import type { CommandId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import { takeaway } from './open-restaurant.ts'
import { realTime } from './real-time.ts'

export type SentRound = { readonly id: CommandId; outcome?: Outcome }

export type Ordering = {
  readonly sent: readonly SentRound[]
  readonly answered: () => number
  /** No further one; resolves when the last has its answer. */
  readonly finish: () => Promise<void>
}

export function orderingOn(client: Client, pauseMs = 0): Ordering {
  const sent: SentRound[] = []
  let going = true
  const done = (async () => {
    while (going) {
      const one: SentRound = { id: client.newCommandId() }
      sent.push(one)
      one.outcome = await client.send('round.send', takeaway(2), { id: one.id }).settled
      if (pauseMs > 0) await new Promise<void>((resolve) => void realTime.after(pauseMs, resolve))
    }
  })()
  return {
    sent,
    answered: () => sent.filter(({ outcome }) => outcome !== undefined).length,
    finish: async () => {
      going = false
      await done
    },
  }
}

/** Several at once, without waiting for one another's answers. */
export function sendAtOnce(client: Client, count: number, lines = 2): SentRound[] {
  return Array.from({ length: count }, () => {
    const one: SentRound = { id: client.newCommandId() }
    void client.send('round.send', takeaway(lines), { id: one.id }).settled.then((outcome) => {
      one.outcome = outcome
    })
    return one
  })
}
