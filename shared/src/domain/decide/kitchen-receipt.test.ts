// Receipts: a version of a ticket that nobody has had before their eyes is told to people, then printed; what starts by itself.
import { describe, expect, test } from 'vitest'
import type { DeviceId, TicketId } from '../../model/ids.ts'
import { runDues } from '../testing/evening.ts'
import { eventOf, House } from '../testing/house.ts'
import { type Due, duesOf } from '../timers.ts'

const screen = 'grill-screen' as DeviceId

const duesOfTicket = (house: House, id: TicketId, type: string): readonly Due[] =>
  duesOf(house.state, { kind: 'ticket', id }).filter(({ command }) => command.type === type)

const steakHouse = () => {
  const house = new House()
  const order = house.send('ana', 't1', 'steak')
  return { house, order, ticket: house.ticket('grill') }
}

const confirm = (house: House, ticketId: TicketId, version: number) =>
  house.do('system', 'tickets.confirm', { deviceId: screen, tickets: [{ ticketId, version }] })

describe('who has seen a ticket', () => {
  test('[KDS-13] a change raises the version, and the receipt of an older one does not confirm it', () => {
    const { house, order, ticket } = steakHouse()
    confirm(house, ticket.id, ticket.version)
    expect(house.ticket('grill')).toMatchObject({ confirmed: ticket.version, confirmedBy: screen })
    house.do('ana', 'line.change', { orderId: order, lineId: house.line(order, 'steak').id, note: 'no salt' })
    const changed = house.ticket('grill')
    expect(changed.version).toBeGreaterThan(ticket.version)
    confirm(house, ticket.id, ticket.version)
    expect(house.ticket('grill').confirmed).toBe(ticket.version)
    confirm(house, ticket.id, changed.version)
    expect(house.ticket('grill').confirmed).toBe(changed.version)
  })

  test('[KDS-13] a receipt for a version that does not exist yet confirms nothing', () => {
    const { house, ticket } = steakHouse()
    confirm(house, ticket.id, ticket.version + 100)
    expect(house.ticket('grill').confirmed).toBe(0)
  })

  test('[KDS-13] [P-18] nobody confirmed it: people are told after 10 s, naming the station, each version once', () => {
    const { house, ticket } = steakHouse()
    const [alarm] = duesOfTicket(house, ticket.id, 'ticket.alarm')
    expect(alarm?.at).toBe(ticket.changedAt + 10_000)
    house.wait(9)
    runDues(house)
    expect(house.ticket('grill').alarmed).toBe(0)
    house.wait(1)
    runDues(house)
    expect(house.log.at(-1)?.event).toMatchObject({
      type: 'ticket.unconfirmed',
      ticketId: ticket.id,
      stationId: 'grill',
      version: ticket.version,
    })
    expect(duesOfTicket(house, ticket.id, 'ticket.alarm')).toEqual([])
    expect(house.do('system', 'ticket.alarm', { ticketId: ticket.id, version: ticket.version })).toEqual([])
  })

  test('[KDS-13] at 25 s the backup printer is asked, and its paper is a receipt', () => {
    const { house, ticket } = steakHouse()
    house.wait(25)
    runDues(house)
    expect(house.log.map(({ event }) => event)).toContainEqual({
      type: 'ticket.print-asked',
      orderId: ticket.orderId,
      ticketId: ticket.id,
      stationId: 'grill',
      printerId: 'p1',
      version: ticket.version,
      backup: true,
    })
    const printed = { ticketId: ticket.id, printerId: 'p1' as never, version: ticket.version, backup: true }
    house.do('system', 'ticket.mark-printed', printed)
    expect(house.ticket('grill').confirmed).toBe(ticket.version)
  })

  test('[KDS-13] a confirmed ticket alarms nobody, and a station without a backup printer prints nothing', () => {
    const { house, ticket } = steakHouse()
    confirm(house, ticket.id, ticket.version)
    house.send('ana', 't2', 'salad')
    house.wait(30)
    runDues(house)
    const told = house.log.map(({ event }) => event).filter(({ type }) => type === 'ticket.unconfirmed')
    expect(told).toMatchObject([{ stationId: 'cold' }])
    expect(house.log.some(({ event }) => event.type === 'ticket.print-asked')).toBe(false)
  })

  test('[KDS-13] first touch is another mark than being on the glass, and is kept once', () => {
    const { house, ticket } = steakHouse()
    house.do('carla', 'ticket.see', { ticketId: ticket.id })
    const { seenAt, confirmed } = house.ticket('grill')
    expect(confirmed).toBe(0)
    expect(seenAt).toBe(house.now)
    house.wait(5)
    expect(house.do('carla', 'ticket.see', { ticketId: ticket.id })).toEqual([])
  })
})

describe('what starts by itself', () => {
  test('[KDS-18] a line starts 120 s after its ticket was confirmed, not after it fired', () => {
    const { house, order, ticket } = steakHouse()
    house.wait(300)
    runDues(house)
    expect(house.line(order, 'steak').status).toBe('fired')
    confirm(house, ticket.id, house.ticket('grill').version)
    house.wait(119)
    runDues(house)
    expect(house.line(order, 'steak').status).toBe('fired')
    house.wait(1)
    runDues(house)
    expect(house.line(order, 'steak')).toMatchObject({ status: 'started', startedAt: house.now })
  })

  test('[KDS-18] at the bar it takes 30 s', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'cola')
    confirm(house, house.ticket('bar').id, house.ticket('bar').version)
    house.wait(29)
    runDues(house)
    expect(house.line(order, 'cola').status).toBe('fired')
    house.wait(1)
    runDues(house)
    expect(house.line(order, 'cola').status).toBe('started')
  })

  test('[KDS-18] Start and the first done start the lines of a ticket at once', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'steak', 'trout')
    house.do('carla', 'ticket.line-done', {
      ticketId: house.ticket('grill').id,
      lineId: house.line(order, 'steak').id,
      done: true,
    })
    expect(house.line(order, 'trout').status).toBe('started')
    const second = house.send('ana', 't2', 'steak')
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    expect(house.line(second, 'steak').status).toBe('started')
  })
})

describe('allergies before the dish goes out', () => {
  const allergic = () => {
    const house = new House()
    const order = house.send('ana', 't1', 'burger')
    house.do('ana', 'allergy.declare', { orderId: order, allergens: ['gluten'] })
    return { house, order }
  }

  test('[KDS-19] a station cannot be done before it has acknowledged the allergy', () => {
    const { house, order } = allergic()
    const ticketId = house.ticket('grill').id
    const lineId = house.line(order, 'burger').id
    expect(house.refusal('carla', 'ticket.bump', { ticketId })).toBe('allergy-not-acknowledged')
    expect(house.refusal('carla', 'ticket.line-done', { ticketId, lineId, done: true })).toBe(
      'allergy-not-acknowledged',
    )
    house.do('carla', 'ticket.acknowledge-allergy', { ticketId })
    expect(house.refusal('carla', 'ticket.bump', { ticketId })).toBe('accepted')
    expect(house.refusal('carla', 'ticket.bump', { ticketId: house.ticket('cold').id })).toBe(
      'allergy-not-acknowledged',
    )
  })

  test('[KDS-19] an added allergy and a changed line ask again', () => {
    const { house, order } = allergic()
    const ticketId = house.ticket('grill').id
    house.do('carla', 'ticket.acknowledge-allergy', { ticketId })
    house.do('ana', 'allergy.declare', { orderId: order, allergens: ['nuts'] })
    expect(house.refusal('carla', 'ticket.bump', { ticketId })).toBe('allergy-not-acknowledged')
    house.do('carla', 'ticket.acknowledge-allergy', { ticketId })
    house.do('ana', 'line.change', { orderId: order, lineId: house.line(order, 'burger').id, note: 'cut in two' })
    expect(house.refusal('carla', 'ticket.bump', { ticketId })).toBe('allergy-not-acknowledged')
  })

  test('[KDS-19] expo acknowledges for itself before a course goes out', () => {
    const { house, order } = allergic()
    for (const station of ['grill', 'cold']) {
      house.do('carla', 'ticket.acknowledge-allergy', { ticketId: house.ticket(station).id })
    }
    expect(house.refusal('erik', 'course.force-ready', { orderId: order, course: 2 })).toBe('allergy-not-acknowledged')
    for (const station of ['grill', 'cold']) {
      house.do('erik', 'ticket.acknowledge-allergy', { ticketId: house.ticket(station).id, role: 'expo' })
    }
    expect(house.refusal('erik', 'course.force-ready', { orderId: order, course: 2 })).toBe('accepted')
  })
})

describe('stations with a printer', () => {
  test('[KDS-21] a printer-only station prints every version, and its lines go from printed to served', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'cake')
    const ticket = house.ticket('dessert')
    runDues(house)
    const asked = house.log.map(({ event }) => event).find((event) => event.type === 'ticket.print-asked')
    expect(asked).toMatchObject({ stationId: 'dessert', version: ticket.version, backup: false })
    house.do('system', 'ticket.mark-printed', {
      ticketId: ticket.id,
      printerId: 'p1' as never,
      version: ticket.version,
      backup: false,
    })
    expect(house.ticket('dessert').confirmed).toBe(ticket.version)
    house.do('ana', 'lines.serve', { orderId: order, lineIds: [house.line(order, 'cake').id] })
    expect(house.line(order, 'cake').status).toBe('served')
  })

  test('[KDS-21] what was taken back after it printed prints once more, so that nobody cooks from the old slip', () => {
    const house = new House()
    const order = house.send('ana', 't1', 'cake')
    const { id: ticketId, version } = house.ticket('dessert')
    runDues(house)
    house.do('system', 'ticket.mark-printed', { ticketId, printerId: 'p1' as never, version, backup: false })
    house.do('ana', 'line.take-back', { orderId: order, lineId: house.line(order, 'cake').id })
    runDues(house)
    const asked = house.log.map(({ event }) => event).filter((event) => event.type === 'ticket.print-asked')
    const withdrawn = house.state.tickets.get(ticketId)
    expect(withdrawn).toMatchObject({ status: 'withdrawn', printed: version })
    expect(asked).toMatchObject([{ version }, { version: withdrawn?.version, backup: false }])
  })

  test('[KDS-21] what reached a screen first is still known to be on paper, once', () => {
    const house = new House()
    house.send('ana', 't1', 'cake')
    const { id: ticketId, version } = house.ticket('dessert')
    confirm(house, ticketId, version)
    const printed = { ticketId, printerId: 'p1' as never, version, backup: false }
    house.do('system', 'ticket.mark-printed', printed)
    expect(house.state.tickets.get(ticketId)?.printed).toBe(version)
    const before = house.log.length
    house.do('system', 'ticket.mark-printed', printed)
    expect(house.log.length).toBe(before)
  })

  test('[FRT-5] a printer in trouble is known until it prints again, and told once', () => {
    const house = new House()
    const printerId = 'p1' as never
    house.do('system', 'printer.report', { printerId, problem: 'paper-out' })
    house.do('system', 'printer.report', { printerId, problem: 'paper-out' })
    expect(house.state.printerTroubles).toMatchObject({ p1: { problem: 'paper-out', since: house.now } })
    expect(house.log.filter(({ event }) => event.type === 'printer.reported')).toHaveLength(1)
    house.do('system', 'printer.report', { printerId })
    expect(house.state.printerTroubles).toEqual({})
  })

  test('[KDS-21] a drink the bartender enters for the own bar needs no bump', () => {
    const house = new House()
    const sent = house.do('ana', 'round.send', {
      order: { open: { type: 'bar-tab', name: 'Nina' } },
      lines: [{ itemId: 'beer' as never, quantity: 1, modifiers: [], ownBar: true }],
    })
    const { orderId } = eventOf(sent, 'round.sent')
    expect(house.line(orderId, 'beer').status).toBe('served')
    expect(house.tickets('bar')).toEqual([])
  })
})
