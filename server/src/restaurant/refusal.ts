// What a refusal leaves in the log: a refusal takes a place there too, so that every retry and every node knows the answer.

import { entityId } from '@comanda/shared/domain/entity-id'
import type { DomainError } from '@comanda/shared/domain/errors'
import type { DomainEvent } from '@comanda/shared/domain/events'
import type { RoundId, StaffId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import { typeOf, type Waiting } from './waiting.ts'

const actorOf = ({ asking }: Waiting): StaffId | undefined => (asking.kind === 'staff' ? asking.staffId : undefined)

/** A refused round stays visible until a person dismisses it; any other refusal is only counted. */
export function refusalOf(waiting: Waiting, problem: DomainError, now: Millis): DomainEvent {
  const by = actorOf(waiting)
  const { asked } = waiting
  if (asked.kind === 'read' && asked.command.type === 'round.send' && by !== undefined) {
    const { order, lines } = asked.command.args
    return {
      type: 'round.refused',
      refused: {
        id: entityId<RoundId>(waiting.id, 'r'),
        at: now,
        by,
        ...('orderId' in order ? { orderId: order.orderId } : {}),
        ...('open' in order && order.open.tableId !== undefined ? { tableId: order.open.tableId } : {}),
        code: problem.code,
        lineCount: lines.length,
      },
      itemIds: lines.map(({ itemId }) => itemId),
    }
  }
  return {
    type: 'command.refused',
    commandId: waiting.id,
    commandType: typeOf(waiting),
    code: problem.code,
    ...(by === undefined ? {} : { by }),
  }
}
