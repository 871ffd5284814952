// Rounds that wait on this tablet, and rounds that waited too long and ask whether they are still wanted (ORD-18).
import { homeOfLine } from '@comanda/shared/domain/aliases'
import { entityId } from '@comanda/shared/domain/entity-id'
import type { State } from '@comanda/shared/domain/state'
import type { OrderId, RoundId, StaffId } from '@comanda/shared/model/ids'
import type { Line, Order } from '@comanda/shared/model/order'
import type { CommandView } from '@comanda/sync-client/client-types'
import { argsOf, isWaiting } from '../asking/own-commands.ts'
import type { RoundArgs } from './compose-round.ts'
import type { DraftTarget } from './draft.ts'

export type WaitingRound = {
  readonly id: CommandView['id']
  readonly args: RoundArgs
  readonly target: DraftTarget
  readonly dishes: number
  readonly since: number
  readonly told: boolean
  /** On the wire just now: what it says cannot be changed any more. */
  readonly flying: boolean
}

const targetOf = ({ order }: RoundArgs, id: CommandView['id']): DraftTarget => {
  if ('orderId' in order) return { kind: 'order', orderId: order.orderId }
  const { tableId, apart } = order.open
  if (tableId !== undefined && apart !== true) return { kind: 'table', tableId }
  return { kind: 'order', orderId: entityId<OrderId>(id, 'o') }
}

/** In the order in which they will go out. */
export function waitingRounds(commands: readonly CommandView[]): WaitingRound[] {
  return commands.flatMap((command) => {
    const { id, state, writtenAt } = command
    const args = argsOf(command, 'round.send')
    if (args === undefined || !isWaiting(command)) return []
    const dishes = args.lines.reduce((sum, { quantity }) => sum + quantity, 0)
    return [
      {
        id,
        args,
        target: targetOf(args, id),
        dishes,
        since: args.queuedSince ?? writtenAt,
        told: args.alreadyTold === true,
        flying: state !== 'queued',
      },
    ]
  })
}

export type AskingRound = {
  readonly order: Order
  readonly roundId: RoundId
  readonly lines: readonly Line[]
  readonly waitedMinutes: number
}

/** Its waiter is asked: whoever sent it, or whose order it is now. */
export function askingRounds(state: State, me: StaffId | undefined): AskingRound[] {
  const asking: AskingRound[] = []
  for (const order of state.orders.values()) {
    if (order.status !== 'open') continue
    for (const round of order.rounds) {
      if (round.by !== me && order.waiterId !== me) continue
      const lines = order.lines.filter(({ roundId, status }) => roundId === round.id && status === 'asking')
      if (lines.length === 0) continue
      const waited = round.at - (round.queuedSince ?? round.writtenAt)
      asking.push({ order, roundId: round.id, lines, waitedMinutes: Math.max(1, Math.round(waited / 60_000)) })
    }
  }
  return asking.sort((a, b) => a.order.number - b.order.number)
}

/** The order that a line lies in now, for the answer. */
export const homeOf = (state: State, { order, lines }: AskingRound): OrderId => {
  const [first] = lines
  return first === undefined ? order.id : homeOfLine(state, order.id, first.id)
}
