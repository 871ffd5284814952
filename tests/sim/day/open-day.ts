// A whole day at Casa Lola: the real server with SQLite in a folder of its own, everybody at their device, guests from noon
// to night. What was acknowledged is written down by those who did it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Deed } from '@comanda/demo/bots/bot'
import { posts, type Worker, worker } from '@comanda/demo/bots/crew'
import { type Desk, takePlace } from '@comanda/demo/bots/desk'
import { type Evening, planEvening } from '@comanda/demo/bots/guests'
import { openDemo, readDemoEnvironment } from '@comanda/demo/program/open-demo'
import { casaLola } from '@comanda/demo/restaurant'
import type { RunningServer } from '@comanda/server/start-server'
import type { State } from '@comanda/shared/domain/state'
import type { Millis } from '@comanda/shared/ports/time'
import { seededRandom } from '../../harness/seeded-random.ts'
import { DayTime, type Work } from './day-time.ts'
import { directTransport } from './direct-transport.ts'

export type DayPlan = {
  readonly seed: string
  /** When the doors open. */
  readonly opensAt: Millis
  readonly hours: number
  readonly parties: number
  /** How often things go wrong. */
  readonly trouble?: number
}

export type Day = {
  readonly server: RunningServer
  readonly evening: Evening
  readonly deeds: readonly Deed[]
  readonly faults: readonly unknown[]
  /** Pablo's, for pages that only a manager may read. */
  readonly office: Desk
  readonly close: () => Promise<void>
}

const hour: Millis = 3_600_000
/** After the last guest has come in, so long at most until the day is closed. */
const lastsAfterDoors: Millis = 5 * hour

export async function runDay({ seed, opensAt, hours, parties, trouble = 1 }: DayPlan): Promise<Day> {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-day-'))
  const time = new DayTime(opensAt - 60_000)
  const random = seededRandom(seed)
  const config = readDemoEnvironment({ COMANDA_PORT: '0', COMANDA_DATA: folder, COMANDA_LOG: 'error' })
  const { clock, timers } = time
  const server = await openDemo(config, { clock, timers, random: (length) => random.bytes(length) })
  const evening = planEvening({ seed, opensAt, length: hours * hour, parties, speed: 1, trouble })
  const deeds: Deed[] = []
  const faults: unknown[] = []
  let asking = 0
  const workers: Worker[] = []
  const desks: Desk[] = []
  for (const at of posts) {
    const desk = await takePlace(server.url, at, casaLola.pins)
    desks.push(desk)
    const waited: Desk = {
      ...desk,
      approve: (commandId, command, by) => {
        asking += 1
        return desk.approve(commandId, command, by).finally(() => {
          asking -= 1
        })
      },
    }
    const device = random.branch(at.name)
    const shift = {
      url: server.url,
      evening,
      speed: 1,
      clock,
      timers,
      random: (length: number) => device.bytes(length),
      transportOf: () => directTransport(server.program, cookiesOf(desk)),
      onDeed: (deed: Deed) => deeds.push(deed),
      onFault: (cause: unknown) => faults.push(cause),
    }
    workers.push(await worker(shift, at, waited))
  }
  const { actor } = server.program.restaurant
  const work: Work = {
    isOutside: () => asking > 0 || actor.waiting > 0,
    isOnItsWay: () => workers.some(({ client }) => client.status().unsent > 0),
  }
  const isClosed = (): boolean =>
    deeds.some(({ intention, outcome }) => intention.type === 'day.close' && outcome.kind === 'done')
  for (const { start } of workers) start()

  const ended = await time.runUntil(isClosed, work, evening.doorsCloseAt - opensAt + lastsAfterDoors)
  if (!ended) throw new Error(`the day did not end: ${whatHoldsIt(server.program.restaurant.state(), deeds)}`)
  for (const { stop } of workers) await stop()
  const office = desks[desks.length - 1]
  if (office === undefined) throw new Error('nobody works here')
  return {
    server,
    evening,
    deeds,
    faults,
    office,
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a person would want to know: who still sits there, and what was refused last. */
function whatHoldsIt(state: State, deeds: readonly Deed[]): string {
  const open = [...state.orders.values()].filter(({ status }) => status === 'open')
  const orders = open.map(({ number, type, waiterId, billAsked, paid, lines, tableId }) => ({
    ...{ number, type, waiterId, tableId, billAsked, paid },
    lines: lines.map(({ status, course, kitchenName }) => `${kitchenName} ${course} ${status}`),
  }))
  const refused = deeds.filter(({ outcome }) => outcome.kind !== 'done').slice(-5)
  return JSON.stringify({ orders, refused }, null, 1)
}

function cookiesOf({ headers }: Desk) {
  const cookies = new Map(
    (headers.cookie ?? '').split('; ').map((pair): [string, string] => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
  return { token: cookies.get('comanda_device'), sid: cookies.get('comanda_staff') }
}
