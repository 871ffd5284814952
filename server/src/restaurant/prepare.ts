// Reads what a command needs before it can be decided without waiting: its device's tail, an older answer, an approval,
// an order that has left the state, the day's figures. Most commands need nothing, and then nothing is awaited.

import type { Log } from '@comanda/db/log'
import type { State } from '@comanda/shared/domain/state'
import type { ApprovalId, CommandId, OrderId, RestaurantId, StaffId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import type { DayFigures } from '@comanda/shared/model/service'
import { archivedOrder } from './archived-order.ts'
import type { ClientTails } from './client-tails.ts'
import { commandDigest } from './command-digest.ts'
import type { Waiting } from './waiting.ts'

export type UseApproval = (
  id: ApprovalId,
  command: { readonly commandId: CommandId; readonly covers: string },
) => Promise<{ by: StaffId } | undefined>
export type DayOf = (state: State) => Promise<{ figures: DayFigures; asOf: number; chainHead: string } | undefined>

export type Preparing = {
  readonly restaurantId: RestaurantId
  readonly log: Log
  readonly tails: ClientTails
  readonly useApproval: UseApproval
  readonly dayOf: DayOf
}

/** Then it waits until nothing is on its way: what is read must be true of the state it is decided on. */
export function needsReading(state: State, one: Waiting, tails: ClientTails): boolean {
  const { approvalId, asked, client, id, prepared } = one
  if (approvalId !== undefined && prepared.approval === undefined) return true
  if (asked.kind === 'read' && asked.command.type === 'day.close') return true
  if (missingOrder(state, one) !== undefined) return true
  if (client === undefined) return false
  const { kind } = tails.place(client.clientId, client.cseq, id)
  return kind === 'unknown' || (kind === 'old' && prepared.stored === undefined)
}

/** undefined: nothing has to be read. */
export function prepareAll(
  state: State,
  waiting: readonly Waiting[],
  preparing: Preparing,
): Promise<unknown> | undefined {
  const reads: Promise<unknown>[] = []
  for (const one of waiting) {
    const tail = readTail(one, preparing)
    if (tail !== undefined) reads.push(tail)
    const needed = readNeeded(state, one, preparing)
    if (needed !== undefined) reads.push(needed)
  }
  return reads.length === 0 ? undefined : Promise.all(reads)
}

function readTail(one: Waiting, { tails, log, restaurantId }: Preparing): Promise<unknown> | undefined {
  if (one.client === undefined) return undefined
  const { clientId, cseq } = one.client
  const readOld = async (): Promise<void> => {
    if (tails.place(clientId, cseq, one.id).kind !== 'old' || one.prepared.stored !== undefined) return
    one.prepared.stored = (await log.readAnswer(restaurantId, { clientId, cseq })) ?? 'none'
  }
  switch (tails.place(clientId, cseq, one.id).kind) {
    case 'unknown':
      return log.readClient(restaurantId, clientId).then((tail) => {
        tails.learn(tail)
        return readOld()
      })
    case 'old':
      return one.prepared.stored === undefined ? readOld() : undefined
    default:
      return undefined
  }
}

function readNeeded(state: State, one: Waiting, preparing: Preparing): Promise<unknown> | undefined {
  const { approvalId, prepared, asked, id } = one
  const reads: Promise<unknown>[] = []
  if (approvalId !== undefined && prepared.approval === undefined && asked.kind === 'read') {
    reads.push(
      preparing.useApproval(approvalId, { commandId: id, covers: commandDigest(asked.command) }).then((approval) => {
        prepared.approval = approval ?? 'invalid'
      }),
    )
  }
  if (asked.kind === 'read' && asked.command.type === 'day.close') {
    reads.push(
      preparing.dayOf(state).then((day) => {
        if (day !== undefined) prepared.day = day
      }),
    )
  }
  const orderId = missingOrder(state, one)
  // Read again for every try: somebody may have been given money back from it meanwhile.
  if (orderId !== undefined) {
    reads.push(
      preparing.log.readOrder(preparing.restaurantId, orderId).then((events) => {
        const order: Order | undefined = archivedOrder(state, orderId, events)
        if (order !== undefined) prepared.archived = order
      }),
    )
  }
  return reads.length === 0 ? undefined : Promise.all(reads)
}

/** Only what may still be done to an order of a past day looks for it in the log. */
function missingOrder(state: State, { asked }: Waiting): OrderId | undefined {
  if (asked.kind !== 'read') return undefined
  const { command } = asked
  switch (command.type) {
    case 'payment.refund':
    case 'payment.correct':
    case 'order.reopen': {
      const { orderId } = command.args
      return state.orders.has(state.aliases.get(orderId) ?? orderId) ? undefined : orderId
    }
    default:
      return undefined
  }
}
