// An evening at Casa Lola: everybody comes to work, guests come, and the day is closed when the last ones have gone.
import type { DailyReport } from '@comanda/db/reports'
import type { RunningServer } from '@comanda/server/start-server'
import type { State } from '@comanda/shared/domain/state'
import type { Millis } from '@comanda/shared/ports/time'
import { webSocketTransport } from '@comanda/sync-client/adapters/web-socket'
import { type Machine, posts, type Worker, worker } from '../bots/crew.ts'
import { type Desk, takePlace } from '../bots/desk.ts'
import { planEvening } from '../bots/guests.ts'
import { openOrders } from '../bots/reading.ts'
import { pins } from '../restaurant/staff.ts'
import type { EveningOptions } from './options.ts'
import { Tally } from './tally.ts'

export type Running = {
  readonly tally: Tally
  readonly office: Desk
  readonly opensAt: Millis
  readonly state: () => State
  /** The day has its Z, or nothing more will come of waiting. */
  readonly isOver: () => boolean
  readonly stop: () => Promise<void>
}

/** How long after the doors are closed the last guests may sit, in the restaurant's time. */
const lastGuests: Millis = 4 * 3_600_000
/** How often closing the day may be refused before it is left to a person. */
const refusals = 3

export async function startEvening(
  server: RunningServer,
  options: EveningOptions,
  machine: Machine,
  onFault: (cause: unknown) => void,
): Promise<Running> {
  const { speed, tables, minutes, seed } = options
  const tally = new Tally()
  const desks: Desk[] = []
  for (const at of posts) desks.push(await takePlace(server.url, at, pins))
  const opensAt = machine.clock.now()
  const evening = planEvening({ seed, opensAt, length: minutes * 60_000, parties: tables, speed })
  const shift = {
    ...machine,
    url: server.url,
    evening,
    speed,
    transportOf: ({ headers }: Desk) => webSocketTransport({ headers }),
    onDeed: tally.note,
    onFault,
  }
  const workers: Worker[] = []
  for (const [index, at] of posts.entries()) {
    const desk = desks[index]
    if (desk !== undefined) workers.push(await worker(shift, at, desk))
  }
  const office = desks[posts.findIndex(({ kind }) => kind === 'office')]
  if (office === undefined) throw new Error('nobody manages this evening')
  for (const { start } of workers) start()
  const state = (): State => server.program.restaurant.state()
  const isOver = (): boolean => {
    const now = machine.clock.now()
    if (tally.dayClosed || now > evening.doorsCloseAt + lastGuests / speed) return true
    return now > evening.doorsCloseAt && openOrders(state()).length === 0 && tally.dayRefused >= refusals
  }
  return {
    tally,
    office,
    opensAt,
    state,
    isOver,
    stop: async () => {
      for (const { stop } of workers) await stop()
    },
  }
}

/** undefined: this server gives none. */
export async function readReport(office: Desk, date: string): Promise<DailyReport | undefined> {
  const response = await office.read(`/api/reports/daily?date=${date}`)
  return response.ok ? ((await response.json()) as DailyReport) : undefined
}
