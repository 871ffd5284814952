import { House } from '@comanda/shared/domain/testing/house'
import type { PrinterId, StaffId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { texts } from '../texts/texts.ts'
import { alertsFor } from './alert-list.ts'
import { alertWords } from './alert-words.ts'

const p1 = 'p1' as PrinterId

const alerts = (house: House, me = 'ana') =>
  alertsFor(house.rooms.get('floor') ?? house.state, me as StaffId, house.now)
const said = (house: House, me = 'ana') =>
  alerts(house, me).map((alert) => {
    const { title, details } = alertWords(alert, { texts: texts.en, state: house.state, pick: ({ en }) => en })
    return [alert.kind, title, ...details]
  })

/** The grill has paper only. */
function onPaper(): House {
  const { catalog, ...state } = new House().state
  const grill = { ...catalog.stations['grill' as never], output: 'printer', printerId: p1 }
  const stations = { ...catalog.stations, grill } as typeof catalog.stations
  return new House({ ...state, catalog: { ...catalog, stations } })
}

describe('[KDS-21] a printer that cannot print', () => {
  test('is told to everybody with its name, its trouble and how many tickets wait, until it prints again', () => {
    const house = onPaper()
    house.send('ana', 't1', 'soup')
    const { id: ticketId, version } = house.ticket('grill')
    house.do('system', 'ticket.print', { ticketId, version })
    expect(alerts(house)).toEqual([])
    house.do('system', 'printer.report', { printerId: p1, problem: 'paper-out' })
    for (const who of ['ana', 'boris']) {
      expect(said(house, who)).toEqual([['printer', 'Pass: no paper', '1 ticket waits for it.']])
    }
    house.do('system', 'ticket.alarm', { ticketId, version })
    expect(said(house)).toContainEqual(['unconfirmed', 'Not seen by grill', 'Pass: no paper', 'Go and tell them.'])
    house.do('system', 'printer.report', { printerId: p1 })
    expect(said(house)).toEqual([['unconfirmed', 'Not seen by grill', 'Go and tell them.']])
  })
})

describe('[BILL-4] a bill that did not print', () => {
  test('is told to who asked for it, and to nobody else, until it is printed', () => {
    const house = new House()
    const orderId = house.send('boris', 't1', 'soup')
    house.do('ana', 'bill.print', { orderId, printerId: p1 })
    expect(said(house)).toEqual([])
    house.do('system', 'bill.report-print', { orderId, number: 1, fate: 'trouble', problem: 'cover-open' })
    expect(said(house)).toEqual([
      ['bill-print', 'Bill not printed. Pass: cover open', 'It prints by itself once it is closed.'],
    ])
    expect(said(house, 'boris')).toEqual([])
    house.do('system', 'bill.report-print', { orderId, number: 1, fate: 'waited' })
    expect(said(house)).toEqual([['bill-print', 'Bill not printed, Pass', 'It waited over 2 minutes. Print it now?']])
    house.do('ana', 'bill.print', { orderId, printerId: p1 })
    expect(said(house)).toEqual([])
  })
})

describe('[FRT-2] a bill that was asked for', () => {
  const kinds = (house: House, me = 'ana') => alerts(house, me).map(({ kind, takenBy }) => [kind, takenBy])

  test('by a colleague waits in the list of its waiter, oldest first, until whoever took it has printed it', () => {
    const house = new House()
    const first = house.send('ana', 't1', 'bread')
    house.do('boris', 'bill.ask', { orderId: first })
    house.wait(60)
    const second = house.send('ana', 't2', 'bread')
    house.do('boris', 'bill.ask', { orderId: second })
    expect(alerts(house)).toMatchObject([{ kind: 'bill', orderId: first }, { orderId: second }])
    expect(kinds(house, 'boris')).toEqual([])
    house.do('boris', 'bill.take', { orderId: first })
    expect(alerts(house)).toMatchObject([{ orderId: second }])
    expect(kinds(house, 'boris')).toEqual([['bill', 'boris']])
    house.do('boris', 'bill.print', { orderId: first })
    expect(kinds(house, 'boris')).toEqual([])
  })

  test('by the guests is one alert: the call, and the bill once that is settled', () => {
    const house = new House()
    house.send('ana', 't1', 'bread')
    house.do('guest', 'call.raise', { tableId: 't1' as never, kind: 'bill' })
    expect(kinds(house)).toEqual([['call', undefined]])
    const [call] = [...house.state.calls.values()]
    if (call === undefined) throw new Error('nobody called')
    house.do('ana', 'call.take', { callId: call.id })
    house.do('ana', 'call.resolve', { callId: call.id })
    expect(kinds(house)).toEqual([['bill', undefined]])
  })
})
