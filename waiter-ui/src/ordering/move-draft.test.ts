import { House, draft as line } from '@comanda/shared/domain/testing/house'
import { dismiss, toasts } from '@comanda/ui-kit/toasts'
import { signal } from '@preact/signals'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Draft, DraftTarget } from '../draft/draft.ts'
import { addLines, declareAllergy, setCovers, setOrderNote } from '../draft/draft-edit.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import { HouseClient, MemoryShelf, settled, storeOn } from '../testing/house-client.ts'
import { atTable } from '../testing/written.ts'
import { moveDraft } from './move-draft.ts'

let store: DraftStore
let shelf: MemoryShelf
let chosen: DraftTarget

beforeEach(() => {
  const house = new House()
  house.send('ana', 't1', 'soup')
  house.do('ana', 'round.send', {
    order: { open: { type: 'dine-in', tableId: 't1' as never, apart: true } },
    lines: [line('cola')],
  })
  const [order] = [...house.state.orders.values()]
  if (order === undefined) throw new Error('there is no order')
  chosen = { kind: 'order', orderId: order.id }
  shelf = new MemoryShelf()
  store = storeOn(new HouseClient(house), shelf)
  for (const { id } of toasts.peek()) dismiss(id)
})

const write = (target: DraftTarget, change: (draft: Draft, now: number) => Draft): Draft =>
  store.change(store.at(target), change)

const move = (into?: Draft) => {
  const session = { t: (all: { en: unknown }) => all.en }
  moveDraft({ draft: signal(store.at(atTable('t1'))), waiter: { drafts: store, session } } as never, chosen, into)
}

describe('[ORD-8] what was written before the order was chosen goes along', () => {
  test('dishes, note, guests, allergies, and that it was eaten already', async () => {
    write(atTable('t1'), (draft, now) => {
      const said = setOrderNote(setCovers(addLines(draft, [line('soup')], now), 3, now), 'birthday', now)
      return { ...declareAllergy(said, { allergens: ['nuts'] }, now), recordOnly: true }
    })
    move()
    expect(store.find(chosen)).toMatchObject({
      entries: [{ line: { itemId: 'soup' } }],
      note: 'birthday',
      covers: 3,
      allergies: [{ allergens: ['nuts'] }],
      recordOnly: true,
    })
    expect(store.find(atTable('t1'))).toBeUndefined()
    await settled()
    expect([...shelf.records.values()].map(({ draft }) => draft.target)).toEqual([chosen])
  })

  test('an allergy that was declared before the first dish', () => {
    write(atTable('t1'), (draft, now) => declareAllergy(draft, { allergens: ['nuts'] }, now))
    move()
    expect(store.find(chosen)?.allergies).toEqual([{ allergens: ['nuts'] }])
    expect(store.find(atTable('t1'))).toBeUndefined()
  })

  test('[ORD-18] eaten dishes stay apart from those to be cooked, and that is said', () => {
    write(chosen, (draft, now) => addLines(draft, [line('cola')], now))
    write(atTable('t1'), (draft, now) => ({ ...addLines(draft, [line('soup')], now), recordOnly: true }))
    move()
    expect(store.find(chosen)).not.toHaveProperty('recordOnly')
    expect(store.find(chosen)?.entries).toHaveLength(1)
    expect(store.find(atTable('t1'))?.recordOnly).toBe(true)
    expect(toasts.peek()).toHaveLength(1)
  })
})
