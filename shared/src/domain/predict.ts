// Which commands a room decides ahead of the server, and shows at once. The others need what the room does not see (prices in
// the kitchen), or a truth that only the server has (payments, approvals, the day); they show as queued until answered.
import type { CommandType } from './commands.ts'
import { type ReplicaRoom, seesAtLeast } from './rooms.ts'

const fromKitchen = [
  'lines.serve',
  'void.judge',
  'course.fire',
  'course.hold',
  'order.rush',
  'ticket.start',
  'ticket.line-done',
  'ticket.bump',
  'course.force-ready',
  'course.call',
  'ticket.recall',
  'ticket.rush',
  'ticket.acknowledge-allergy',
  'ticket.see',
  'ticket.claim',
  'station.switch',
  'peak.set',
  'pickup.take',
  'item.sold-out',
  'item.count',
  'ask.raise',
] as const satisfies readonly CommandType[]
export type KitchenCommandType = (typeof fromKitchen)[number]

const fromFloor = [
  'order.open',
  'order.set-covers',
  'order.note',
  'order.promise',
  'order.move',
  'order.merge',
  'order.unmerge',
  'order.split',
  'order.hand-over',
  'lines.move',
  'allergy.declare',
  'allergy.withdraw',
  'round.send',
  'round.answer',
  'round.dismiss',
  'line.take-back',
  'line.change',
  'line.void',
  'line.send-back',
  'line.share',
  'lines.recourse',
  'ask.answer',
  'call.take',
  'call.resolve',
  'call.cancel',
  'bill.ask',
  'bill.take',
  'table.clear',
] as const satisfies readonly CommandType[]

const lowestRoom = new Map<CommandType, ReplicaRoom>([
  ...fromKitchen.map((type) => [type, 'kitchen'] as const),
  ...fromFloor.map((type) => [type, 'floor'] as const),
])

export const predicts = (room: ReplicaRoom, type: CommandType): boolean => {
  const lowest = lowestRoom.get(type)
  return lowest !== undefined && seesAtLeast(room, lowest)
}
