// Decided commands for the tests of the log: real events in their real shapes, numbered as an actor would number them.
import { DomainEvent, type EventType, type Recorded } from '@comanda/shared/domain/events'
import { sampleOf } from '@comanda/shared/domain/testing/sample'
import { ClientId, CommandId, DeviceId, OrderId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { Answer, Entry, Origin } from '../log.ts'

export const commandId = (text: string): CommandId => CommandId.parse(text)
export const clientId = (text: string): ClientId => ClientId.parse(text)
export const orderId = (text: string): OrderId => OrderId.parse(text)

export type Said = {
  command: string
  events: readonly DomainEvent[]
  client?: { clientId: ClientId; cseq: number }
  again?: true
  answer?: (lastSeq: number) => Answer
  businessDate?: string
}

const startOfTime = Date.UTC(2026, 0, 2, 18)

const originOf = ({ command, client, again }: Said): Origin => ({
  commandId: commandId(command),
  commandType: 'order.note',
  ...(client === undefined ? {} : { client }),
  ...(again === undefined ? {} : { again }),
  deviceId: DeviceId.parse('tablet-1'),
  staffId: StaffId.parse('ana'),
  sid: SessionId.parse('session-1'),
  writtenAt: startOfTime,
})

/** The batch that follows `head`: seqs run on from it. */
export const batchAfter = (head: number, said: readonly Said[]): readonly Entry[] => {
  let seq = head
  return said.map((one) => {
    const recorded: Recorded[] = one.events.map((event) => {
      seq += 1
      return { seq, at: startOfTime + seq * 1000, businessDate: one.businessDate ?? '2026-01-02', event }
    })
    return { origin: originOf(one), recorded, answer: one.answer?.(seq) ?? { ok: true, seq } }
  })
}

/** An event as its schema wants it, with what the test is about put in: a new field elsewhere is no matter here. */
const eventLike = <Type extends EventType>(type: Type, about: object): DomainEvent => {
  const schema = DomainEvent.options.find(({ shape }) => shape.type.value === type)
  if (schema === undefined) throw new Error(`${type} is no event`)
  return DomainEvent.parse({ ...Object(sampleOf(schema, { variant: 0 })), ...about })
}

export const noted = (order: string, note: string | null): DomainEvent =>
  eventLike('order.noted', { orderId: order, note, ticketIds: [] })

export const merged = (order: string, into: string): DomainEvent =>
  eventLike('order.merged', { orderId: order, into, at: startOfTime })

export const refused = (command: string): DomainEvent =>
  eventLike('command.refused', { commandId: command, commandType: 'order.note', code: 'no-such-order' })

const line = (position: number, note: string | undefined) => ({
  itemId: `item-${position}`,
  name: { en: 'Grilled octopus with paprika', ru: 'Осьминог на гриле с паприкой' },
  kitchenName: 'OCTOPUS',
  categoryId: 'starters',
  unitPrice: 1650,
  cost: 520,
  taxId: 'food',
  prepSeconds: 720,
  allergens: ['molluscs'],
  ...(note === undefined ? {} : { note }),
})

/** A round as a busy waiter sends it: six lines, one with a note, about 3 KB. */
export const roundSent = (order: string, round: string, lineCount = 6): DomainEvent => {
  const lines = Array.from({ length: lineCount }, (_, position) =>
    line(position, position === 0 ? 'no salt, please' : undefined),
  )
  return eventLike('round.sent', {
    orderId: order,
    round: { id: `${round}.r`, at: startOfTime, writtenAt: startOfTime, by: 'ana' },
    areaId: 'terrace',
    categories: [{ id: 'starters', name: { en: 'Starters', ru: 'Закуски' }, kind: 'hot-starter' }],
    taxes: [{ id: 'food', rate: 1000, included: true }],
    lines,
    tickets: [{ ticketId: `${round}~1~grill`, course: 1, stationId: 'grill', lines: lines.map((_, place) => place) }],
    courses: [{ course: 1 }],
  })
}
