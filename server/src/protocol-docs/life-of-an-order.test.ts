import { readFileSync } from 'node:fs'
import { casaLola } from '@comanda/demo/restaurant'
import { narrowState } from '@comanda/shared/domain/narrow-state'
import { replicaRooms } from '@comanda/shared/domain/rooms'
import { stateToJson } from '@comanda/shared/domain/state-json'
import { boardView, guestView } from '@comanda/shared/domain/views'
import type { CommandId, OrderId, TableId } from '@comanda/shared/model/ids'
import { BoardBody, GuestBody } from '@comanda/shared/protocol/views'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestRestaurant, testRestaurant } from '../testing/memory-restaurant.ts'
import { testDevice } from '../testing/test-device.ts'
import { Snapshot } from './snapshot-schema.ts'

type Step = { by: string; id: string; type: string; args: Record<string, unknown> }

const document = readFileSync(new URL('../../../docs/PROTOCOL.md', import.meta.url), 'utf8')
const life = (/```json life\n([\s\S]*?)```/.exec(document)?.[1] ?? '')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Step)

describe('the life of an order in docs/PROTOCOL.md', () => {
  let on: TestRestaurant
  const answers = new Map<string, unknown>()

  async function play({ by, id, type, args }: Step): Promise<void> {
    const device = testDevice(on, { name: id, staffId: by })
    device.hello()
    await on.time.settle()
    device.send(1, type, args, { id: id as CommandId })
    await on.time.settle()
    answers.set(id, device.wire.of('res')[0])
  }

  beforeAll(async () => {
    on = await testRestaurant(casaLola)
    for (const step of life) await play(step)
  })

  it.each(life)('$id: $by may say $type', ({ id }) => {
    expect(answers.get(id)).toMatchObject({ ok: true })
  })

  it('ends with a closed order and a free table, whatever the order was called', () => {
    const { orders, aliases, tables } = on.restaurant.state()
    expect(orders.size).toBe(1)
    expect(orders.get('a1.o' as OrderId)).toMatchObject({ status: 'closed', billAsked: true, paid: true })
    expect(aliases.get('l1.o' as OrderId)).toBe('a1.o')
    expect(tables.get('t1' as TableId)?.orderIds ?? []).toEqual([])
  })

  it.each(replicaRooms)('a snapshot of the %s afterwards is what snapshot.schema.json says', async (room) => {
    const order = { open: { type: 'takeaway', name: 'Eva' } }
    await play({ by: 'ana', id: `more-${room}`, type: 'round.send', args: { order, lines: [dish] } })
    await play({ by: 'ana', id: `none-${room}`, type: 'round.send', args: { order, lines: [{ ...dish, seat: 9 }] } })
    await play({ by: 'clara', id: `cash-${room}`, type: 'cash.open', args: { float: 100 } })
    await play({ by: 'ana', id: `call-${room}`, type: 'call.raise', args: { tableId: tableFor(room), kind: 'water' } })
    const text = stateToJson(narrowState(on.restaurant.state(), room))
    const read = Snapshot.safeParse(JSON.parse(text))
    expect(read.error?.issues ?? []).toEqual([])
    expect(read.data).toEqual(JSON.parse(text))
  })

  it('the board and a table show what board.schema.json and guest.schema.json say', async () => {
    await play({ by: 'ana', id: 'seen', type: 'call.raise', args: { tableId: 't9', kind: 'bill' } })
    await play({ by: 'leo', id: 'taken', type: 'call.take', args: { callId: 'seen.c' } })
    await play({ by: 'bruno', id: 'gone', type: 'item.sold-out', args: { itemId: 'oyster', soldOut: true } })
    const board = boardView(on.restaurant.state(), on.time.clock.now())
    const guest = guestView(on.restaurant.state(), 't9' as TableId)
    expect(board.preparing.length).toBeGreaterThan(0)
    expect(guest?.soldOut).toHaveLength(1)
    expect(guest?.calls).toHaveLength(1)
    expect(BoardBody.parse(board)).toEqual(board)
    expect(GuestBody.parse(guest)).toEqual(guest)
  })
})

const dish = { itemId: 'olives', quantity: 1, modifiers: [] }
const tableFor = (room: (typeof replicaRooms)[number]): string => `t${replicaRooms.indexOf(room) + 3}`
