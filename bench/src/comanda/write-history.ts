// A past as the restaurant itself would have written it: every day orders of 24 lines that are sent, paid and closed, decided
// by the real rules and appended to the real log, only in larger batches and on an older clock.
import { mkdirSync } from 'node:fs'
import type { Entry } from '@comanda/db/log'
import { newId } from '@comanda/server/access/secrets'
import { systemRandom } from '@comanda/server/adapters/system-random'
import { openEngine, openKeeping } from '@comanda/server/compose'
import type { Engine } from '@comanda/server/engine'
import { firstSettings } from '@comanda/server/restaurant/first-settings'
import { loadState } from '@comanda/server/restaurant/load-state'
import { businessDateOf } from '@comanda/shared/domain/business-day'
import type { Numbered } from '@comanda/shared/domain/commands'
import { decide } from '@comanda/shared/domain/decide'
import type { Asker } from '@comanda/shared/domain/decision'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import { entityId } from '@comanda/shared/domain/entity-id'
import type { Recorded } from '@comanda/shared/domain/events'
import { evolve } from '@comanda/shared/domain/evolve'
import type { State } from '@comanda/shared/domain/state'
import { stateToJson } from '@comanda/shared/domain/state-json'
import { type ClientId, type CommandId, ItemId, type OrderId, type RestaurantId } from '@comanda/shared/model/ids'
import { newCommandId } from '@comanda/sync-client/random-id'
import { configIn, furnishAnew, type Places, waiters } from './furnish.ts'

const days = 3_650
const dayMs = 86_400_000
const linesPerOrder = 24
const commandsPerAppend = 600
const dishes = ['burrata-and-peach', 'ham-croquettes', 'burnt-cheesecake', 'glass-of-rioja', 'olives'].map((id) =>
  ItemId.parse(id),
)
const lines = Array.from({ length: linesPerOrder }, (_, index) => ({
  itemId: dishes[index % dishes.length] ?? ItemId.parse('olives'),
  quantity: 1,
  modifiers: [],
}))

export async function writeHistory(folder: string, lineCount: number, places?: Places): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const endsAt = Date.now() - dayMs
  const startsAt = endsAt - days * dayMs
  const clock = { now: () => startsAt, monotonic: () => performance.now() }
  await furnishAnew(folder, { clock, ...(places === undefined ? {} : { places }) })
  const engine = openEngine(configIn(folder))
  const past = await openPast(engine, startsAt)
  const orders = Math.ceil(lineCount / linesPerOrder)
  for (let order = 0; order < orders; order += 1) {
    past.placeOrder(startsAt + dayMs / 2 + Math.floor(((endsAt - startsAt - dayMs) * order) / orders))
    if (past.waiting() >= commandsPerAppend) await past.append()
  }
  await past.append()
  await past.saveSnapshot()
  await engine.close()
  openKeeping(configIn(folder)).project()
}

async function openPast({ log }: Engine, startsAt: number) {
  const [restaurantId] = await log.restaurants()
  const opened = restaurantId && (await log.load(restaurantId))
  if (opened === undefined || restaurantId === undefined) throw new Error('the restaurant was not made')
  let { state } = await loadState(log, restaurantId, opened, firstSettings)
  let written = state.seq
  let now = startsAt
  let cseq = 0
  let entries: Entry[] = []
  const clientId = newId<ClientId>(systemRandom)
  const deviceId = state.devices.sorted()[0]?.[0]
  const staffId = waiters[0]
  if (deviceId === undefined || staffId === undefined) throw new Error('nobody works here')
  const waiter: Asker = { kind: 'staff', staffId, roles: ['waiter', 'cashier'], deviceId }
  const own: Asker = { kind: 'system' }

  const take = (command: Numbered, asker: Asker): void => {
    const { zone, cutoffHour } = state.catalog.settings
    const businessDate = businessDateOf(now, zone, cutoffHour)
    const decision = decide(state, command, { now, writtenAt: now, asker, businessDate })
    if (!decision.ok) throw new Error(`the past was refused: ${JSON.stringify(decision.error)}`)
    const recorded: Recorded[] = []
    for (const event of decision.value) {
      const one = { seq: state.seq + 1, at: now, businessDate, event }
      state = evolve(state, one)
      recorded.push(one)
    }
    if (recorded.length === 0) return
    const client = asker === own ? {} : { client: { clientId, cseq: ++cseq }, deviceId, staffId }
    const origin = { commandId: command.id, commandType: command.type, writtenAt: now, ...client }
    entries.push({ origin, recorded, answer: { ok: true, seq: state.seq } })
  }
  const nextId = (): CommandId => newCommandId(systemRandom, now)

  return {
    waiting: () => entries.length,
    placeOrder: (at: number): void => {
      now = at
      take({ id: nextId(), type: 'day.roll', args: {} }, own)
      const id = nextId()
      const orderId = entityId<OrderId>(id, 'o')
      take({ id, type: 'round.send', args: { order: { open: { type: 'takeaway' } }, lines } }, waiter)
      take({ id: nextId(), type: 'payment.record', args: { orderId, part: { kind: 'rest' }, method: 'card' } }, waiter)
      take({ id: nextId(), type: 'order.close', args: { orderId, unready: 'served' } }, waiter)
    },
    append: async (): Promise<void> => {
      if (entries.length === 0) return
      const outcome = await log.append(restaurantId, entries, written)
      if (outcome.kind !== 'committed') throw new Error(`the past was not stored: ${outcome.kind}`)
      written = state.seq
      entries = []
    },
    saveSnapshot: () => saveSnapshot(log, restaurantId, state),
  }
}

const saveSnapshot = (log: Engine['log'], restaurantId: RestaurantId, state: State): Promise<void> =>
  log.saveSnapshot(restaurantId, { seq: state.seq, domain: domainHash, body: stateToJson(state) })
