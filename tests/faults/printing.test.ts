// Paper behind the screens, on the real program and a real printer's port: a screen that dies raises the alarm and its
// tickets come out as BACKUP; kill -9 with a slip on the way loses none.
import { casaLola } from '@comanda/demo/restaurant'
import { type PaperPrinter, paperPrinter } from '@comanda/server/testing/paper-printer'
import type { CatalogChange } from '@comanda/shared/model/catalog'
import type { StationId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { atTable, goesLive, openCasaLola, type Restaurant, type Signed, shows } from './harness/open-restaurant.ts'
import { waitUntil } from './harness/real-time.ts'

const cold = 'cold' as StationId

let house: Restaurant
let paper: PaperPrinter
let office: Signed

beforeEach(async () => {
  paper = await paperPrinter()
  house = await openCasaLola()
  office = await house.signIn('office', 'pablo')
})
afterEach(async () => {
  await house.close()
  await paper.stop()
})

/** The cold station gets this printer, with moments to wait that a test can wait for. */
async function publish(station: Record<string, unknown>): Promise<void> {
  const settings = casaLola.changes.find(({ kind }) => kind === 'settings')
  const known = casaLola.changes.find((change) => change.kind === 'station' && change.put.id === cold)
  if (settings?.kind !== 'settings' || known?.kind !== 'station') throw new Error('Casa Lola has a cold station')
  const thresholds = { ...settings.put.thresholds, unconfirmedAlert: 1, backupPrint: 2 }
  const changes: CatalogChange[] = [
    { kind: 'printer', put: { id: 'pass' as never, name: 'Pass', host: '127.0.0.1', port: paper.port } },
    { kind: 'settings', put: { ...settings.put, thresholds } },
    { kind: 'station', put: { ...known.put, ...station } },
  ]
  const answer = await office.http.post('/api/catalog', { id: 'printers-1', changes })
  expect(answer.text).toContain('"ok":true')
}

const coldTicket = (client: Client) =>
  [...(client.confirmed()?.tickets.values() ?? [])].find(({ stationId }) => stationId === cold)

test('[KDS-13] [P-18] a killed screen: the tablet is told which station, the ticket comes out as BACKUP, the screen learns it', async () => {
  await publish({ backupPrinterId: 'pass' })
  const cook = await house.signIn('kitchen', 'bruno', [cold])
  const screen = await house.open(cook, { name: 'screen', room: 'kitchen', stations: [cold] })
  const tablet = await house.open(await house.signIn('tablet', 'ana'), { name: 'tablet', room: 'floor' })
  await goesLive(screen)
  await goesLive(tablet)
  await screen.stop()
  await tablet.send('round.send', atTable('t1')).settled
  await shows('the alarm on the tablet', tablet, () => {
    const ticket = coldTicket(tablet)
    return ticket !== undefined && ticket.alarmed >= ticket.version && ticket.confirmed < ticket.version
  })
  await waitUntil('the slip', () => paper.slips.length === 1)
  expect(paper.texts()[0]).toMatch(/BACKUP[\s\S]*Gazpacho/i)
  const back = await house.open(cook, { name: 'screen', room: 'kitchen', stations: [cold] })
  await shows('PRINTED on the screen', back, () => {
    const ticket = coldTicket(back)
    return ticket !== undefined && ticket.printed >= ticket.version
  })
  expect(paper.slips).toHaveLength(1)
})

test('[KDS-21] [P-1] kill -9 while the printer is away: after the restart the ticket comes out, once', async () => {
  await publish({ output: 'printer', printerId: 'pass' })
  const tablet = await house.open(await house.signIn('tablet', 'ana'), { name: 'tablet', room: 'floor' })
  await goesLive(tablet)
  await paper.stop()
  await tablet.send('round.send', atTable('t1')).settled
  await shows(
    'the printer in trouble',
    tablet,
    () => Object.keys(tablet.confirmed()?.printerTroubles ?? {}).length === 1,
  )
  await house.killAndRestart()
  await paper.start()
  await waitUntil('the slip', () => paper.slips.length === 1, 40_000)
  await goesLive(tablet)
  await shows('printed', tablet, () => {
    const ticket = coldTicket(tablet)
    return ticket !== undefined && ticket.printed >= ticket.version
  })
  await shows(
    'the end of the trouble',
    tablet,
    () => Object.keys(tablet.confirmed()?.printerTroubles ?? {}).length === 0,
  )
  expect(paper.slips).toHaveLength(1)
})
