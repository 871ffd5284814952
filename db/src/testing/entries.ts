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

const line = (round: string, position: number, note: string | undefined) => ({
  id: `${round}.${position}`,
  roundId: round,
  itemId: `item-${position}`,
  name: { en: 'Grilled octopus with paprika', ru: 'Осьминог на гриле с паприкой' },
  kitchenName: 'OCTOPUS',
  categoryId: 'starters',
  categoryName: { en: 'Starters', ru: 'Закуски' },
  categoryKind: 'hot-starter',
  unitPrice: 1650,
  cost: 520,
  taxId: 'food',
  taxRate: 1000,
  taxIncluded: true,
  stations: ['grill'],
  course: 1,
  prepSeconds: 720,
  allergens: ['molluscs'],
  areaId: 'terrace',
  sellerId: 'ana',
  quantity: 1,
  modifiers: [],
  ...(note === undefined ? {} : { note }),
  status: 'fired',
  sentAt: startOfTime,
  firedAt: startOfTime,
  ticketIds: [`${round}.1.grill`],
})

/** A round as a busy waiter sends it: six lines, one with a note, about 3 KB. */
export const roundSent = (order: string, round: string, lineCount = 6): DomainEvent => {
  const lines = Array.from({ length: lineCount }, (_, position) =>
    line(round, position, position === 0 ? 'no salt, please' : undefined),
  )
  const ticketId = `${round}.1.grill`
  const lineIds = lines.map(({ id }) => id)
  return eventLike('round.sent', {
    orderId: order,
    round: { id: round, at: startOfTime, writtenAt: startOfTime, by: 'ana' },
    lines,
    firing: {
      at: startOfTime,
      lines: lineIds.map((lineId) => ({ lineId, status: 'fired', ticketIds: [ticketId] })),
      opened: [{ ticketId, course: 1, stationId: 'grill', firedAt: startOfTime, rush: false, remake: false, lineIds }],
      addedTo: [],
      courses: [{ course: 1, status: 'fired', firedAt: startOfTime }],
    },
    counts: [],
    returned: [],
  })
}
