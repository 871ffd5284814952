import { House } from '@comanda/shared/domain/testing/house'
import type { CommandId, StaffId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { type Draft, type DraftTarget, emptyDraft } from '../draft/draft.ts'
import { atTable, written } from '../testing/written.ts'
import { draftedParties, othersDrafts } from './drafted-parties.ts'
import { myTables } from './my-tables.ts'

const rows = (house: House, ...drafts: Draft[]) =>
  myTables({
    state: house.state,
    me: 'ana' as StaffId,
    now: house.now,
    drafts: draftedParties(house.state, drafts),
  }).map(({ key, tableId, orderId, begun, need }) => ({
    key,
    tableId,
    orderId,
    begun: begun?.draftId,
    need: need?.kind,
  }))

const draft = (house: House, target: DraftTarget, ...dishes: string[]) => written(target, house.now, ...dishes)
const fresh = (type: 'takeaway' | 'bar-tab', name?: string): DraftTarget => ({
  kind: 'new',
  opening: { type, ...(name === undefined ? {} : { name }) },
})

describe('[ORD-2] every draft has a row that leads to it', () => {
  test('a takeaway that nobody sent, at once', () => {
    const house = new House()
    expect(rows(house, draft(house, fresh('takeaway'), 'cola'))).toMatchObject([{ begun: 'd1', need: 'draft' }])
  })

  test('also while it has a name and no dish; a blank one has none', () => {
    const house = new House()
    expect(rows(house, draft(house, fresh('bar-tab', 'Kim')))).toMatchObject([{ begun: 'd1' }])
    expect(rows(house, emptyDraft('d2' as CommandId, fresh('bar-tab'), house.now))).toEqual([])
  })

  test('an order apart at a table is not that table’s own draft', () => {
    const house = new House()
    house.send('ana', 't1', 'soup')
    const opening = { type: 'dine-in' as const, tableId: 't1' as never, apart: true }
    const shown = rows(house, draft(house, { kind: 'new', opening }, 'cola'))
    expect(shown.map(({ begun }) => begun)).toEqual(['d1', undefined])
    expect(shown.map(({ tableId }) => tableId)).toEqual([undefined, 't1'])
  })

  test('one for an order at a table marks that table', () => {
    const house = new House()
    const orderId = house.send('boris', 't1', 'bread')
    const one = draft(house, { kind: 'order', orderId }, 'cola')
    house.wait(120)
    expect(rows(house, one)).toMatchObject([{ tableId: 't1', need: 'draft' }])
  })

  test('one for somebody else’s tab, and one for an order that is closed', () => {
    const house = new House()
    house.do('boris', 'order.open', { open: { type: 'bar-tab', name: 'Kim' } })
    const tab = [...house.state.orders.values()][0]?.id
    if (tab === undefined) throw new Error('there is no tab')
    expect(rows(house, draft(house, { kind: 'order', orderId: tab }, 'cola'))).toMatchObject([{ orderId: tab }])
    const closed = house.send('boris', 't1', 'bread')
    house.do('fay', 'payment.record', { orderId: closed, part: { kind: 'rest' }, method: 'cash' })
    house.do('fay', 'order.close', { orderId: closed })
    const late = draft(house, { kind: 'order', orderId: closed }, 'cola')
    expect(rows(house, late).filter(({ orderId }) => orderId === closed)).toHaveLength(1)
  })

  test('a table’s own draft has that table’s row alone', () => {
    const house = new House()
    expect(rows(house, draft(house, atTable('t1'), 'cola'))).toMatchObject([{ tableId: 't1' }])
  })
})

describe('[ORD-2] a draft belongs to who wrote it', () => {
  const by = (who: string, one: Draft): Draft => ({ ...one, by: who as StaffId })
  const seen = (house: House, who: string, ...drafts: Draft[]) => {
    const me = who as StaffId
    const parties = draftedParties(house.state, drafts)
    const mine = myTables({ state: house.state, me, now: house.now, drafts: parties })
    const said = (all: typeof mine) =>
      all.map(({ tableId, begun, need }) => [
        begun?.draftId ?? tableId,
        need?.kind === 'draft' ? `${need.dishes} by ${need.by}` : need?.kind,
      ])
    return { mine: said(mine), others: said(othersDrafts(parties, me, mine)) }
  }

  test('at a free table it is among the tables of its author, and nobody calls that table free', () => {
    const house = new House()
    const one = by('ana', draft(house, atTable('t1'), 'cola', 'soup'))
    expect(seen(house, 'ana', one)).toEqual({ mine: [['t1', '2 by ana']], others: [] })
    expect(seen(house, 'boris', one)).toEqual({ mine: [], others: [['t1', '2 by ana']] })
  })

  test('a takeaway that somebody else began is shown apart too', () => {
    const house = new House()
    const one = by('ana', draft(house, fresh('takeaway', 'Nina'), 'cola'))
    expect(seen(house, 'boris', one)).toEqual({ mine: [], others: [['d1', '1 by ana']] })
  })

  test('at my own table it marks that row with its author', () => {
    const house = new House()
    house.send('boris', 't1', 'bread')
    const one = by('ana', draft(house, atTable('t1'), 'cola'))
    house.wait(120)
    expect(seen(house, 'boris', one)).toEqual({ mine: [['t1', '1 by ana']], others: [] })
    expect(seen(house, 'ana', one).mine).toEqual([['t1', '1 by ana']])
  })
})
