// Tickets on real paper: every version that was asked for comes out, a second try says that it is one, and trouble is told.
import { runDues } from '@comanda/shared/domain/testing/evening'
import { House } from '@comanda/shared/domain/testing/house'
import { smallRestaurant } from '@comanda/shared/domain/testing/small-restaurant'
import type { CommandId, PrinterId, TicketId } from '@comanda/shared/model/ids'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { systemTimers } from '../../adapters/system-time.ts'
import { type PaperPrinter, paperPrinter } from '../../testing/paper-printer.ts'
import { type VirtualTime, virtualTime } from '../../testing/virtual-time.ts'
import { PrintDesk } from './print-desk.ts'
import { tcpPrinter } from './tcp-printer.ts'

const p1 = 'p1' as PrinterId

let paper: PaperPrinter
let house: House
let time: VirtualTime
let desk: PrintDesk | undefined
let filed = 0

const withPrinterAt = (port: number, silent = false): House => {
  const state = smallRestaurant()
  const printer = { id: p1, name: 'Pass', host: '127.0.0.1', port, ...(silent ? { silent } : {}) }
  return new House({ ...state, catalog: { ...state.catalog, printers: { [p1]: printer } } })
}

function open(): PrintDesk {
  let commands = 0
  desk = new PrintDesk({
    clock: { now: () => house.now, monotonic: time.clock.monotonic },
    timers: time.timers,
    printer: tcpPrinter(systemTimers, { connect: 2_000, answer: 150, print: 300 }),
    state: () => house.state,
    newCommandId: () => `print-${++commands}` as CommandId,
    ask: (command) => {
      house.run(command, house.context('system'))
    },
    failed: (cause) => {
      throw cause
    },
  })
  filed = house.log.length
  return desk
}

/** What was committed since the last look is told to the desk, as the server does. */
function tell(): void {
  runDues(house)
  desk?.committed(house.log.slice(filed))
  filed = house.log.length
}

const slips = (count: number) => vi.waitFor(() => expect(paper.slips).toHaveLength(count), 5_000)
const printedOf = (id: TicketId) => house.state.tickets.get(id)?.printed
const trouble = () => house.state.printerTroubles[p1]?.problem

beforeEach(async () => {
  paper = await paperPrinter()
  house = withPrinterAt(paper.port)
  time = virtualTime(house.now)
})
afterEach(async () => {
  desk?.stop()
  await paper.stop()
})

describe('a station with a printer and no screen', () => {
  test('[KDS-21] [KDS-1] every version prints whole, with who, where and what', async () => {
    open()
    const order = house.send('ana', 't1', 'cake')
    house.do('ana', 'allergy.declare', { orderId: order, seat: 2, allergens: ['nuts'] })
    const { id, version } = house.ticket('dessert')
    tell()
    await slips(1)
    await vi.waitFor(() => expect(printedOf(id)).toBe(version))
    const [first = ''] = paper.texts()
    for (const fact of ['Table', '#1', 'Ana', '1 CAKE', 'ALLERGY (seat 2): nuts'])
      expect(first.toLowerCase()).toContain(fact.toLowerCase())
    house.do('ana', 'line.change', { orderId: order, lineId: house.line(order, 'cake').id, quantity: 3 })
    tell()
    await slips(2)
    expect(paper.texts()[1]).toMatch(/3 cake[\s\S]*CHANGED, was: 1/i)
    expect(paper.texts().some((one) => one.includes('PRINTED AGAIN'))).toBe(false)
  })

  test('[KDS-21] what was taken back prints once more: do not cook', async () => {
    open()
    const order = house.send('ana', 't1', 'cake')
    tell()
    await slips(1)
    await vi.waitFor(() => expect(house.ticket('dessert').printed).toBeGreaterThan(0))
    house.do('ana', 'line.take-back', { orderId: order, lineId: house.line(order, 'cake').id })
    tell()
    await slips(2)
    expect(paper.texts()[1]).toContain('DO NOT COOK')
  })

  test('[FRT-5] without paper it waits, people are told, and it comes out once there is some', async () => {
    open()
    paper.condition = 'paper-out'
    house.send('ana', 't1', 'cake')
    tell()
    await vi.waitFor(() => expect(trouble()).toBe('paper-out'))
    house.send('ana', 't2', 'cake')
    tell()
    paper.condition = 'well'
    await time.advance(2_000)
    await slips(2)
    await vi.waitFor(() => expect(trouble()).toBeUndefined())
    expect(paper.texts().some((one) => one.includes('PRINTED AGAIN'))).toBe(false)
  })

  test('[KDS-21] a line that broke off prints again and says so; nothing waits for ever behind it', async () => {
    open()
    paper.breaksOff = true
    house.send('ana', 't1', 'cake')
    const { id, version } = house.ticket('dessert')
    tell()
    await vi.waitFor(() => expect(trouble()).toBe('unreachable'))
    paper.breaksOff = false
    await time.advance(2_000)
    await slips(1)
    expect(paper.texts()[0]).toContain('PRINTED AGAIN')
    await vi.waitFor(() => expect(printedOf(id)).toBe(version))
  })

  test('[KDS-21] after a restart what was asked and never confirmed prints, marked', async () => {
    house.send('ana', 't1', 'cake')
    runDues(house)
    open()
    await slips(1)
    expect(paper.texts()[0]).toContain('PRINTED AGAIN')
    const { id, version } = house.ticket('dessert')
    await vi.waitFor(() => expect(printedOf(id)).toBe(version))
    desk?.stop()
    open()
    house.send('ana', 't2', 'cake')
    tell()
    await slips(2)
  })

  test('[KDS-21] a printer that never answers is printed on twice at most, and confirms nothing unless it is known as silent', async () => {
    paper.mute = true
    open()
    house.send('ana', 't1', 'cake')
    const { id } = house.ticket('dessert')
    tell()
    await slips(1)
    await time.settle()
    await vi.waitFor(async () => {
      await time.advance(2_000)
      expect(paper.slips).toHaveLength(2)
    }, 5_000)
    expect(paper.texts()[1]).toContain('PRINTED AGAIN')
    expect(printedOf(id)).toBe(0)
    desk?.stop()

    house = withPrinterAt(paper.port, true)
    open()
    house.send('ana', 't1', 'cake')
    const known = house.ticket('dessert')
    tell()
    await vi.waitFor(() => expect(printedOf(known.id)).toBe(known.version), 5_000)
  })
})

describe('the backup of a screen', () => {
  const unseen = (): TicketId => {
    house.send('ana', 't1', 'steak')
    const { id } = house.ticket('grill')
    house.wait(26)
    return id
  }

  test('[KDS-13] a version that no screen confirmed in 25 s is on paper, marked BACKUP, and known as printed', async () => {
    open()
    const id = unseen()
    tell()
    await slips(1)
    expect(paper.slips[0]?.[0]).toMatchObject({ text: ' BACKUP '.trim(), inverse: true, large: true })
    await vi.waitFor(() => expect(printedOf(id)).toBe(house.state.tickets.get(id)?.version))
  })

  test('[KDS-13] one that waited for paper until the screen was back is not cooked twice: it never prints', async () => {
    open()
    paper.condition = 'paper-out'
    const id = unseen()
    tell()
    await vi.waitFor(() => expect(trouble()).toBe('paper-out'))
    const version = house.state.tickets.get(id)?.version ?? 0
    house.do('system', 'tickets.confirm', { deviceId: 'grill-screen' as never, tickets: [{ ticketId: id, version }] })
    paper.condition = 'well'
    await time.advance(30_000)
    await time.settle()
    expect(paper.slips).toHaveLength(0)
    expect(house.state.tickets.get(id)?.confirmed).toBe(version)
  })
})

describe('a bill', () => {
  const printing = (house: House) => house.state.orders.sorted()[0]?.[1].billPrint
  const bill = (part?: { kind: 'equal'; index: number; of: number }) => {
    const orderId = house.send('ana', 't1', 'steak', 'cola')
    house.do('ana', 'bill.print', { orderId, printerId: p1, ...(part === undefined ? {} : { part }) })
    return orderId
  }

  test('[BILL-4] is on paper with its lines, taxes, total and what it is not; the second says so', async () => {
    open()
    const orderId = bill({ kind: 'equal', index: 1, of: 2 })
    tell()
    await slips(1)
    await vi.waitFor(() => expect(printing(house)?.fate).toBe('printed'))
    const [paperText = ''] = paper.texts()
    for (const fact of ['TOTAL', 'Not a fiscal receipt', 'Part 1 of 2', '1 Steak', '1 Cola', 'Table'])
      expect(paperText.toLowerCase()).toContain(fact.toLowerCase())
    expect(paperText).not.toContain('REPRINT')
    house.do('ana', 'bill.print', { orderId, printerId: p1 })
    tell()
    await slips(2)
    expect(paper.texts()[1]).toContain('REPRINT, No. 2')
  })

  test('[BILL-4] without paper its waiter is told, and after two minutes is asked before it prints', async () => {
    open()
    paper.condition = 'paper-out'
    bill()
    tell()
    await vi.waitFor(() => expect(printing(house)).toMatchObject({ fate: 'trouble', problem: 'paper-out', by: 'ana' }))
    house.wait(121)
    paper.condition = 'well'
    await time.advance(2_000)
    await vi.waitFor(() => expect(printing(house)?.fate).toBe('waited'))
    expect(paper.slips).toHaveLength(0)
  })

  test('[BILL-4] a printer that says nothing leaves it sent, unconfirmed, once', async () => {
    open()
    paper.mute = true
    bill()
    tell()
    await vi.waitFor(() => expect(printing(house)?.fate).toBe('unconfirmed'), 5_000)
    await time.advance(60_000)
    expect(paper.slips).toHaveLength(1)
  })

  test('[BILL-4] one tap sends it to another printer, and the first prints it no more', async () => {
    const bar = await paperPrinter()
    const p2 = 'p2' as PrinterId
    const { catalog } = house.state
    const second = { id: p2, name: 'Bar', host: '127.0.0.1', port: bar.port }
    house = new House({ ...house.state, catalog: { ...catalog, printers: { ...catalog.printers, [p2]: second } } })
    open()
    paper.condition = 'paper-out'
    const orderId = bill()
    tell()
    await vi.waitFor(() => expect(printing(house)?.fate).toBe('trouble'))
    house.do('ana', 'bill.print', { orderId, printerId: p2 })
    tell()
    await vi.waitFor(() => expect(printing(house)).toMatchObject({ printerId: 'p2', fate: 'printed' }))
    paper.condition = 'well'
    await time.advance(5_000)
    expect([bar.slips.length, paper.slips.length]).toEqual([1, 0])
    await bar.stop()
  })
})
