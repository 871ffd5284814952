import { entityId } from '@comanda/shared/domain/entity-id'
import { House, draft as line } from '@comanda/shared/domain/testing/house'
import type { OrderId } from '@comanda/shared/model/ids'
import { beforeEach, describe, expect, test } from 'vitest'
import { HouseClient, MemoryShelf, settled } from '../testing/house-client.ts'
import { atTable } from '../testing/written.ts'
import { composeRound } from './compose-round.ts'
import type { Draft, DraftTarget } from './draft.ts'
import { addLines, declareAllergy } from './draft-edit.ts'
import { createDraftStore, type DraftStore } from './draft-store.ts'

let house: House
let client: HouseClient
let shelf: MemoryShelf
let store: DraftStore
let moved: Draft[]

const open = () => {
  moved = []
  store = createDraftStore({ client, shelf, me: () => 'ana' as never, onMoved: (draft) => moved.push(draft) })
}

beforeEach(() => {
  house = new House()
  client = new HouseClient(house)
  shelf = new MemoryShelf()
  open()
})

const write = (target: DraftTarget, ...dishes: string[]): Draft =>
  store.change(store.at(target), (draft, now) => addLines(draft, dishes.map(line), now))

const dishes = (draft: Draft | undefined) => draft?.entries.map((entry) => entry.line.itemId)
const move = (orderId: OrderId, tableId: string) => {
  house.do('boris', 'order.move', { orderId, tableId: tableId as never })
  client.hear()
}

describe('[ORD-12] what was written for a party goes along with it', () => {
  test('to the table where it sits down, whoever moved it, and says so', () => {
    const orderId = house.send('ana', 't1', 'soup')
    write(atTable('t1'), 'cola')
    move(orderId, 't2')
    expect(store.find(atTable('t1'))).toBeUndefined()
    const draft = store.find(atTable('t2'))
    expect(dishes(draft)).toEqual(['cola'])
    expect(moved).toEqual([draft])
    if (draft === undefined) throw new Error('it stayed behind')
    expect(composeRound(house.state, draft).order).toEqual({ orderId })
  })

  test('also when its order was opened after the first dish was written', () => {
    write(atTable('t1'), 'cola')
    const orderId = house.send('boris', 't1', 'soup')
    client.hear()
    expect(moved).toEqual([])
    move(orderId, 't2')
    expect(dishes(store.find(atTable('t2')))).toEqual(['cola'])
  })

  test('to the order that it joins, with everything written there', () => {
    const first = house.send('ana', 't1', 'soup')
    const second = house.send('ana', 't2', 'soup')
    write(atTable('t1'), 'cola')
    write(atTable('t2'), 'beer')
    house.do('ana', 'order.merge', { orderId: second, into: first })
    client.hear()
    expect(dishes(store.find(atTable('t1')))).toEqual(['cola', 'beer'])
    expect(store.find({ kind: 'order', orderId: second })).toBe(store.find(atTable('t1')))
    expect(store.all.value.size).toBe(1)
  })

  test('it survives a reload there', async () => {
    const orderId = house.send('ana', 't1', 'soup')
    write(atTable('t1'), 'cola')
    await settled()
    house.do('boris', 'order.move', { orderId, tableId: 't2' as never })
    open()
    await store.load()
    await settled()
    expect(dishes(store.find(atTable('t2')))).toEqual(['cola'])
    expect(moved).toHaveLength(1)
  })

  test('once its order is paid, the table is all it has', () => {
    const orderId = house.send('ana', 't1', 'bread')
    write(atTable('t1'), 'cola')
    house.do('fay', 'payment.record', { orderId, part: { kind: 'rest' }, method: 'cash' })
    house.do('fay', 'order.close', { orderId })
    client.hear()
    const draft = store.find(atTable('t1'))
    expect(dishes(draft)).toEqual(['cola'])
    if (draft === undefined) throw new Error('it is gone')
    expect(composeRound(house.state, draft).order).toMatchObject({ open: { tableId: 't1' } })
  })
})

describe('[ORD-2] no draft lies where nobody finds it', () => {
  test('one written for an order is the draft of the table where that order is the only one', () => {
    const orderId = house.send('ana', 't1', 'soup')
    const draft = write({ kind: 'order', orderId }, 'cola')
    expect(store.at(atTable('t1'))).toBe(store.at({ kind: 'order', orderId }))
    expect(store.at(atTable('t1')).id).toBe(draft.id)
  })

  test('two takeaways are two drafts', () => {
    const opening = { type: 'takeaway' as const }
    const one = store.begin({ kind: 'new', opening })
    const other = store.begin({ kind: 'new', opening })
    store.change(one, (draft, now) => addLines(draft, [line('waffle')], now))
    store.change(other, (draft, now) => addLines(draft, [line('cola')], now))
    expect(store.find({ kind: 'new', opening })).toBeUndefined()
  })
})

describe('[ORD-9] an order that never came to be', () => {
  const begin = (...items: string[]) => {
    const draft = store.begin({ kind: 'new', opening: { type: 'takeaway', name: 'Kim' } })
    const full = store.change(draft, (now, at) => addLines(now, items.map(line), at))
    return { draft: full, wouldBe: { kind: 'order', orderId: entityId<OrderId>(draft.id, 'o') } as const }
  }

  test('refused: what was to open it lies where its order would be, with what was written there since', async () => {
    const other = begin('beer').draft
    const { draft, wouldBe } = begin('waffle')
    const sent = store.send(draft)
    write(wouldBe, 'cola')
    client.arrive(draft.id)
    expect(await sent?.settled).toMatchObject({ kind: 'refused' })
    const back = store.find(wouldBe)
    expect(back?.target).toEqual({ kind: 'new', opening: { type: 'takeaway', name: 'Kim' } })
    expect(dishes(back)).toEqual(['waffle', 'cola'])
    expect(dishes(store.all.value.get(other.id))).toEqual(['beer'])
    expect(store.all.value.size).toBe(2)
  })

  test('not stored: the same', async () => {
    const { draft, wouldBe } = begin('soup')
    const sent = store.send(draft)
    client.fail(draft.id)
    await sent?.settled
    expect(store.find(wouldBe)?.problem?.code).toBe('unsaved')
  })

  test('an allergy that was declared meanwhile is kept', async () => {
    const sent = store.send(write(atTable('t1'), 'waffle'))
    store.change(store.at(atTable('t1')), (draft, now) => declareAllergy(draft, { allergens: ['nuts'] }, now))
    if (sent !== undefined) client.arrive(sent.id)
    await sent?.settled
    expect(store.find(atTable('t1'))?.allergies).toEqual([{ allergens: ['nuts'] }])
  })

  test('killed in the middle of it, nothing is lost: the old ones leave the shelf after the new one lies there', async () => {
    const sent = store.send(write(atTable('t1'), 'waffle'))
    const since = write(atTable('t1'), 'cola')
    await settled()
    const order: string[] = []
    const [put, remove] = [shelf.put, shelf.remove]
    shelf.put = async (record) => {
      await put(record)
      order.push('put')
    }
    shelf.remove = async (id) => {
      order.push(id === since.id ? 'remove since' : 'remove sent')
      await remove(id)
    }
    if (sent !== undefined) client.arrive(sent.id)
    await sent?.settled
    expect(order).toEqual(['put', 'remove since', 'remove sent'])
  })
})
