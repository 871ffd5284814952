import { billOf } from '@comanda/shared/domain/bill'
import { House } from '@comanda/shared/domain/testing/house'
import type { OrderId, PrinterId } from '@comanda/shared/model/ids'
import type { CommandView } from '@comanda/sync-client/client-types'
import { describe, expect, test } from 'vitest'
import { texts } from '../texts/texts.ts'
import { payingView } from './paying-view.ts'
import { partToPrint, printStrip } from './print-view.ts'

const p1 = 'p1' as PrinterId
const p2 = 'p2' as PrinterId

function asked() {
  const house = new House()
  const { printers } = house.state.catalog
  const catalog = { ...house.state.catalog, printers: { ...printers, p2: { ...printers[p1], id: p2, name: 'Bar' } } }
  house.state = { ...house.state, catalog: catalog as typeof house.state.catalog }
  const orderId = house.send('ana', 't1', 'soup', 'cola')
  house.do('ana', 'bill.print', { orderId, printerId: p1 })
  return { house, orderId }
}

const strip = (house: House, orderId: OrderId, more: { commands?: CommandView[]; isLive?: boolean } = {}) =>
  printStrip({
    order: house.order(orderId),
    printers: house.state.catalog.printers,
    commands: [],
    isLive: true,
    texts: texts.en,
    clock: () => '19:05',
    ...more,
  })

const report = (house: House, orderId: OrderId, fate: 'printed' | 'unconfirmed' | 'trouble' | 'waited') =>
  house.do('system', 'bill.report-print', {
    ...{ orderId, number: 1, fate },
    ...(fate === 'trouble' ? { problem: 'paper-out' as const } : {}),
  })

describe('[BILL-4] how the print of a bill fares', () => {
  test('is what its printer said of it, and never more', () => {
    const { house, orderId } = asked()
    expect(strip(house, orderId)).toMatchObject({ title: 'On its way to Pass', again: false, others: [{ id: 'p2' }] })
    report(house, orderId, 'trouble')
    expect(strip(house, orderId)).toMatchObject({
      ...{ title: 'Pass: no paper', more: 'It prints by itself once there is some.', again: true },
      others: [{ id: 'p2', name: 'Bar' }],
    })
    report(house, orderId, 'waited')
    expect(strip(house, orderId)).toMatchObject({ title: 'It waited over 2 minutes. Print it now?', again: true })
    report(house, orderId, 'unconfirmed')
    expect(strip(house, orderId)).toMatchObject({ title: 'Sent to Pass, unconfirmed', again: true })
    report(house, orderId, 'printed')
    expect(strip(house, orderId)).toMatchObject({ title: 'Printed 19:05, Pass', tone: 'ok', others: [] })
  })

  test('is on its way to nobody while it lies on this tablet', () => {
    const { house, orderId } = asked()
    const args = { orderId }
    const command = { id: 'n1', type: 'bill.print', args, writtenAt: 0, state: 'queued' } as unknown as CommandView
    expect(strip(house, orderId, { commands: [command], isLive: false })).toMatchObject({
      ...{ title: 'Not with the printer yet: needs connection', again: false, others: [] },
    })
    expect(strip(house, orderId, { commands: [command] })).toMatchObject({ title: 'On its way to Pass' })
  })

  test('nothing is said of a bill that no printer was asked for', () => {
    const house = new House()
    const orderId = house.send('ana', 't1', 'soup')
    house.do('ana', 'bill.print', { orderId })
    expect(strip(house, orderId)).toBeUndefined()
  })
})

describe('[BILL-4] a print of a part', () => {
  test('is of the seat or the equal part that was chosen, and of the whole bill otherwise', () => {
    const house = new House()
    const orderId = house.send('ana', 't1', { itemId: 'soup' as never, seat: 2 })
    const order = house.order(orderId)
    const view = payingView(order, house.state.catalog, [])
    expect(billOf(order, house.state.catalog).total).toBeGreaterThan(0)
    const choice = { lineIds: [], of: 2, entered: 0 }
    expect(partToPrint(order, view, { ...choice, mode: 'whole' })).toBeUndefined()
    expect(partToPrint(order, view, { ...choice, mode: 'seat' })).toEqual({ kind: 'seat', seat: 2 })
    const part = partToPrint(order, view, { ...choice, mode: 'equal', index: 2 })
    expect(part).toEqual({ kind: 'equal', index: 2, of: 2 })
    house.do('ana', 'bill.print', { orderId, printerId: p1, ...(part === undefined ? {} : { part }) })
    expect(house.order(orderId).billPrint).toMatchObject({ part: { kind: 'equal', index: 2, of: 2 } })
  })
})
