import { House, draft as line } from '@comanda/shared/domain/testing/house'
import type { OrderId } from '@comanda/shared/model/ids'
import { beforeEach, describe, expect, test } from 'vitest'
import { HouseClient, MemoryShelf, settled, storeOn } from '../testing/house-client.ts'
import { atTable } from '../testing/written.ts'
import type { Draft } from './draft.ts'
import { addLines } from './draft-edit.ts'
import type { DraftStore } from './draft-store.ts'

let house: House
let client: HouseClient
let shelf: MemoryShelf
let store: DraftStore

beforeEach(() => {
  house = new House()
  client = new HouseClient(house)
  shelf = new MemoryShelf()
  store = storeOn(client, shelf)
})

const write = (...dishes: string[]): Draft =>
  store.change(store.at(atTable('t1')), (draft, now) => addLines(draft, dishes.map(line), now))

/** The page is killed and opens again on what the device has kept. */
async function killed(): Promise<void> {
  await settled()
  store = storeOn(client, shelf)
  await store.load()
  await settled()
}

const dishes = (draft: Draft | undefined) => draft?.entries.map((entry) => entry.line.itemId)
const ordered = () => [...house.state.orders.values()].flatMap((order) => order.lines.map((sent) => sent.itemId))

describe('[ORD-2] a draft survives', () => {
  test('reload and crash, with everything in it', async () => {
    write('soup', 'cola')
    await killed()
    expect(dishes(store.find(atTable('t1')))).toEqual(['soup', 'cola'])
  })

  test('a draft that was emptied is gone for good', async () => {
    const draft = write('soup')
    store.change(draft, (now) => ({ ...now, entries: [] }))
    await killed()
    expect(store.all.value.size).toBe(0)
  })

  test('a shelf that takes nothing is told, and told to be well again', async () => {
    shelf.full = true
    write('soup')
    await settled()
    expect(store.fault.value).toBe('QuotaExceededError')
    shelf.full = false
    write('cola')
    await settled()
    expect(store.fault.value).toBeUndefined()
  })
})

describe('[P-16] a blank draft', () => {
  test('is one and the same while somebody looks, and is not kept for every party of a week', () => {
    const party = (number: number) => store.at({ kind: 'order', orderId: `o${number}` as OrderId }).id
    const first = party(0)
    for (let number = 1; number < 1_000; number += 1) {
      const looked = party(number)
      expect(party(number)).toBe(looked)
    }
    expect(party(0)).not.toBe(first)
  })
})

describe('[P-2] a draft goes out once', () => {
  test('killed between Send and the answer: the order is there, the draft is not', async () => {
    const sent = store.send(write('soup'))
    await killed()
    expect(store.find(atTable('t1'))).toBeUndefined()
    if (sent !== undefined) client.arrive(sent.id)
    await settled()
    expect(ordered()).toEqual(['soup'])
    expect(shelf.records.size).toBe(0)
  })

  test('killed before the outbox had it: the draft is there, the order is not', async () => {
    const sent = store.send(write('soup'))
    await settled()
    if (sent !== undefined) client.outbox.delete(sent.id)
    await killed()
    expect(dishes(store.find(atTable('t1')))).toEqual(['soup'])
  })

  test('sent again after that it is the same command', async () => {
    const first = store.send(write('soup'))
    if (first !== undefined) client.outbox.delete(first.id)
    await killed()
    const draft = store.find(atTable('t1'))
    expect(draft?.id).toBe(first?.id)
  })

  test('what is drafted after Send is a draft of its own', async () => {
    const sent = store.send(write('soup'))
    const next = write('cola')
    expect(next.id).not.toBe(sent?.id)
    await killed()
    expect(dishes(store.find(atTable('t1')))).toEqual(['cola'])
  })
})

describe('[ORD-10] lines that ran out come back to the draft', () => {
  test('marked, beside what was drafted since; the rest went', async () => {
    const sent = store.send(write('soup', 'salad', 'cola'))
    write('beer')
    house.do('carla', 'item.sold-out', { itemId: 'salad' as never, soldOut: true })
    if (sent !== undefined) client.arrive(sent.id)
    expect(await sent?.settled).toMatchObject({ kind: 'taken', returned: [{ position: 1, code: 'sold-out' }] })
    expect(ordered()).toEqual(['soup', 'cola'])
    const draft = store.find(atTable('t1'))
    expect(draft?.entries.map((entry) => [entry.line.itemId, entry.cameBack])).toEqual([
      ['beer', undefined],
      ['salad', 'sold-out'],
    ])
  })

  test('also when the page was killed before it heard the answer', async () => {
    const sent = store.send(write('soup', 'salad'))
    house.do('carla', 'item.count', { itemId: 'salad' as never, left: 0 })
    if (sent !== undefined) client.arrive(sent.id, false)
    await killed()
    const draft = store.find(atTable('t1'))
    expect(draft?.entries.map((entry) => [entry.line.itemId, entry.cameBack])).toEqual([['salad', 'sold-out']])
    await killed()
    expect(dishes(store.find(atTable('t1')))).toEqual(['salad'])
  })
})

describe('[ORD-9] a refused round lies in its draft again, with the reason', () => {
  test('named, kept through a crash, and sent anew under a new id', async () => {
    const sent = store.send(write('soup', 'waffle'))
    if (sent !== undefined) client.arrive(sent.id)
    expect(await sent?.settled).toMatchObject({ kind: 'refused', code: 'no-live-station' })
    await killed()
    const back = store.find(atTable('t1'))
    expect(dishes(back)).toEqual(['soup', 'waffle'])
    expect(back?.problem?.code).toBe('no-live-station')
    expect(back?.id).not.toBe(sent?.id)
    expect(client.command(sent?.id as never)).toBeUndefined()
    expect(shelf.records.size).toBe(1)
  })

  test('a change answers it: the reason goes', async () => {
    const sent = store.send(write('waffle'))
    if (sent !== undefined) client.arrive(sent.id)
    await sent?.settled
    expect(write('soup').problem).toBeUndefined()
  })

  test('what was drafted meanwhile is kept with it', async () => {
    const sent = store.send(write('waffle'))
    write('cola')
    if (sent !== undefined) client.arrive(sent.id)
    await sent?.settled
    const back = store.find(atTable('t1'))
    expect([dishes(back), back?.problem?.code]).toEqual([['waffle', 'cola'], 'no-live-station'])
  })

  test('a device that cannot store it gives it back', async () => {
    const sent = store.send(write('soup'))
    if (sent !== undefined) client.fail(sent.id)
    expect(await sent?.settled).toEqual({ kind: 'unsaved' })
    expect(store.find(atTable('t1'))?.problem?.code).toBe('unsaved')
  })
})
