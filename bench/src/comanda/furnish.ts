// A data folder as a restaurant has it before the evening: Casa Lola published, every device paired, waiters signed in.
// Done by the server's own code before the measured process starts; nothing of it is measured.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeviceKind } from '@comanda/db/access'
import { casaLola } from '@comanda/demo/restaurant'
import { registerDevice } from '@comanda/server/access/register-device'
import { newId } from '@comanda/server/access/secrets'
import { StaffSessions } from '@comanda/server/access/staff-sessions'
import { systemRandom } from '@comanda/server/adapters/system-random'
import { systemClock, systemSoon, systemTimers } from '@comanda/server/adapters/system-time'
import { compose, openEngine } from '@comanda/server/compose'
import { type Config, readEnvironment } from '@comanda/server/config/env'
import { initRestaurant, RestaurantDescription } from '@comanda/server/init-restaurant'
import { type DeviceId, StaffId } from '@comanda/shared/model/ids'
import type { Clock } from '@comanda/shared/ports/time'
import { accessOf, type Devices } from './access.ts'

export interface Places {
  readonly tablets: number
  readonly screens: number
}

const fullHouse: Places = { tablets: 20, screens: 1_000 }
const devicesFile = 'bench-devices.json'
export const waiters = ['ana', 'leo', 'marco', 'daria'].map((id) => StaffId.parse(id))
const manager = StaffId.parse('pablo')
const stationIds = ['grill', 'stove', 'fry', 'cold', 'pastry', 'bar']

export const configIn = (folder: string): Config =>
  readEnvironment({ COMANDA_DATA: folder, COMANDA_PORT: '0', COMANDA_LOG: 'warn' })

/** Furnishes the folder, from `template` if one was furnished before. Returns what the load signs in with. */
export async function furnish(folder: string, template: string): Promise<Readonly<Record<string, string>>> {
  if (!existsSync(join(folder, devicesFile))) {
    if (!existsSync(join(template, devicesFile))) await furnishAnew(template)
    cpSync(template, folder, { recursive: true })
  }
  return { devices: readFileSync(join(folder, devicesFile), 'utf8') }
}

export async function furnishAnew(
  folder: string,
  { clock = systemClock, places = fullHouse }: { clock?: Clock; places?: Places } = {},
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const config = configIn(folder)
  const engine = openEngine(config)
  const ports = { clock, timers: systemTimers, random: systemRandom, soon: systemSoon }
  await initRestaurant(engine, RestaurantDescription.parse({ ...casaLola, pins: {} }), ports)
  await engine.close()
  const devices = await pairAll(config, places, clock)
  writeFileSync(join(folder, devicesFile), accessOf(devices).devices ?? '')
}

async function pairAll(config: Config, { tablets, screens }: Places, pairedOn: Clock): Promise<Devices> {
  const program = await compose(config, { clock: pairedOn })
  const { restaurantId, restaurant, clock, random, engine } = program
  const parts = { restaurantId, restaurant, access: engine.access, clock, random }
  const sessions = new StaffSessions({ access: engine.access, restaurantId, clock, random })
  const pair = async (kind: DeviceKind, name: string, stations: readonly string[] = []) => {
    const deviceId = newId<DeviceId>(random)
    return { deviceId, token: await registerDevice(parts, { deviceId, name, kind, stationIds: stations }) }
  }
  const office = await pair('office', 'Office')
  const { sid } = await sessions.start(manager, office.deviceId)
  const paired: Devices = { tablets: [], screens: [], office: { token: office.token, sid } }
  const pairTablet = async (index: number): Promise<void> => {
    const waiter = waiters[index % waiters.length]
    if (waiter === undefined) throw new Error('nobody works here')
    const { deviceId, token } = await pair('tablet', `Tablet ${index}`)
    const session = await sessions.start(waiter, deviceId)
    paired.tablets.push({ token, sid: session.sid })
  }
  const pairScreen = async (index: number): Promise<void> => {
    const stationId = stationIds[index % stationIds.length] ?? 'grill'
    const { token } = await pair('kitchen', `Screen ${index}`, [stationId])
    paired.screens.push({ token, stationId })
  }
  await Promise.all(Array.from({ length: tablets }, (_, index) => pairTablet(index)))
  await Promise.all(Array.from({ length: screens }, (_, index) => pairScreen(index)))
  await program.stop()
  return paired
}
