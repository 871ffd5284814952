// Casa Lola with a waiter who orders and a clock that can be moved: what a kitchen's screen is looked at with.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { Catalog } from '@comanda/shared/domain/state'
import type { ItemId, ModifierGroupId, ModifierId, OrderId, TableId } from '@comanda/shared/model/ids'
import type { Line, ModifierPrefix, Order } from '@comanda/shared/model/order'
import type { Ticket } from '@comanda/shared/model/ticket'
import type { Client } from '@comanda/sync-client/client-types'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'
import type { Browser, BrowserContext } from 'playwright-core'
import { goesLive, shows } from '../../faults/harness/open-restaurant.ts'
import { type House, type HouseWish, openHouse } from './house.ts'
import { openScreen, type Screen, type ScreenWish } from './open-screen.ts'

export type Draft = {
  readonly item: string
  readonly quantity?: number
  readonly seat?: number
  readonly note?: string
  readonly course?: number
  /** 'group:modifier', or 'no group:modifier', 'extra …', 'on-side …'. */
  readonly with?: readonly string[]
}

export type Kitchen = {
  readonly house: House
  /** The floor's tablet: confirmed state and commands. */
  readonly waiter: Client
  readonly setClock: (offsetMs: number) => void
  readonly send: (table: string, ...lines: (string | Draft)[]) => Promise<OrderId>
  readonly takeaway: (name: string, ...lines: (string | Draft)[]) => Promise<OrderId>
  readonly sendTo: (orderId: OrderId, ...lines: (string | Draft)[]) => Promise<void>
  readonly ask: <Type extends DeviceCommandType>(type: Type, args: CommandOf<Type>['args']) => Promise<void>
  readonly order: (orderId: OrderId) => Order
  readonly line: (orderId: OrderId, item: string) => Line
  readonly tickets: (orderId: OrderId) => Ticket[]
  readonly until: (what: string, holds: () => boolean, timeoutMs?: number) => Promise<void>
  readonly close: () => Promise<void>
}

const modifier = (text: string) => {
  const [first = '', second] = text.split(' ')
  const [groupId, modifierId] = (second ?? first).split(':')
  return {
    groupId: groupId as ModifierGroupId,
    modifierId: modifierId as ModifierId,
    ...(second === undefined ? {} : { prefix: first as ModifierPrefix }),
  }
}

type Chosen = ReturnType<typeof modifier>

/** What must be answered and is not, is answered by the first there is. */
const answered = (catalog: Catalog, groupIds: readonly ModifierGroupId[], asked: readonly Chosen[]): Chosen[] =>
  groupIds.flatMap((groupId) => {
    const group = catalog.modifierGroups[groupId]
    const given = asked.filter((each) => each.groupId === groupId)
    const first = group?.modifiers[0]
    const all =
      given.length === 0 && group !== undefined && group.min > 0 && first !== undefined
        ? [{ groupId, modifierId: first.id }]
        : given
    const nested = all.flatMap(({ modifierId }) => group?.modifiers.find(({ id }) => id === modifierId)?.nested ?? [])
    return [...all, ...answered(catalog, nested, asked)]
  })

const drafted = (catalog: Catalog | undefined, draft: string | Draft) => {
  const { item, quantity = 1, with: asked = [], ...rest } = typeof draft === 'string' ? { item: draft } : draft
  const itemId = item as ItemId
  const groups = catalog?.items[itemId]?.modifierGroups ?? []
  const modifiers = catalog === undefined ? [] : answered(catalog, groups, asked.map(modifier))
  return { itemId, quantity, modifiers, ...rest } satisfies CommandOf<'round.send'>['args']['lines'][number]
}

export async function openKitchen(wish: Pick<HouseWish, 'wires'> = {}): Promise<Kitchen> {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-kitchen-'))
  const setClock = (offset: number): void => {
    writeFileSync(join(folder, 'next'), String(offset))
    renameSync(join(folder, 'next'), join(folder, 'offset'))
  }
  setClock(0)
  const loaded = new URL('../../faults/programs/moved-clock.ts', import.meta.url).href
  const house = await openHouse({
    ...wish,
    env: { NODE_OPTIONS: `--import=${loaded}`, CLOCK_OFFSET_FILE: join(folder, 'offset') },
  })
  const waiter = await house.open(await house.signIn('tablet', 'ana'), { name: 'ana', room: 'floor' })
  await goesLive(waiter)
  const ask: Kitchen['ask'] = async (type, args) => {
    const outcome = await waiter.send(type, args).settled
    if (outcome.kind !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
  }
  const sent = async (args: CommandOf<'round.send'>['args']): Promise<OrderId> => {
    const { id, settled } = waiter.send('round.send', args)
    const outcome = await settled
    if (outcome.kind !== 'done') throw new Error(`round.send: ${JSON.stringify(outcome)}`)
    return 'orderId' in args.order ? args.order.orderId : (`${id}.o` as OrderId)
  }
  const order = (orderId: OrderId): Order => {
    const state = waiter.confirmed()
    const found =
      state?.orders.get(orderId) ??
      [...(state?.orders.values() ?? [])].find(({ id }) => id.startsWith(orderId.slice(0, -2)))
    if (found === undefined) throw new Error(`no order ${orderId}`)
    return found
  }
  const send: Kitchen['send'] = async (table, ...lines) => {
    const open = { type: 'dine-in' as const, tableId: table as TableId }
    return order(
      await sent({ order: { open }, lines: lines.map((line) => drafted(waiter.confirmed()?.catalog, line)) }),
    ).id
  }
  return {
    house,
    waiter,
    setClock,
    send,
    takeaway: async (name, ...lines) =>
      order(
        await sent({
          order: { open: { type: 'takeaway', name } },
          lines: lines.map((line) => drafted(waiter.confirmed()?.catalog, line)),
        }),
      ).id,
    sendTo: async (orderId, ...lines) => {
      await sent({ order: { orderId }, lines: lines.map((line) => drafted(waiter.confirmed()?.catalog, line)) })
    },
    ask,
    order,
    line: (orderId, item) => {
      const found = order(orderId).lines.find(({ itemId }) => itemId === item)
      if (found === undefined) throw new Error(`no ${item} in ${orderId}`)
      return found
    },
    tickets: (orderId) =>
      [...(waiter.confirmed()?.tickets.values() ?? [])].filter((ticket) => ticket.orderId === orderId),
    until: (what, holds, timeoutMs) => shows(what, waiter, holds, timeoutMs),
    close: async () => {
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type StationWish = Partial<Omit<ScreenWish, 'house' | 'browser' | 'app' | 'stations'>> & {
  readonly stations: readonly string[]
  readonly role?: 'station' | 'expo'
  readonly diagonalInches?: number
  readonly distanceMm?: number
  readonly digitsBump?: boolean
}

/** Whose tickets it shows, how large and how far away, as somebody answered once. */
export async function setUpStation(context: BrowserContext, wish: StationWish): Promise<void> {
  const { stations, role = 'station', diagonalInches = 22, distanceMm = 1000, digitsBump = false } = wish
  const setup = { role, stationIds: stations, viewing: { diagonalInches, distanceMm }, digitsBump }
  await context.addInitScript((text) => {
    if (location.origin !== 'null' && localStorage.getItem('comanda.kitchen.setup') === null)
      localStorage.setItem('comanda.kitchen.setup', text)
  }, JSON.stringify(setup))
}

/** A kitchen's screen that was set up before. */
export async function openStation(kitchen: Kitchen, browser: Browser, wish: StationWish): Promise<Screen> {
  const { stations, role = 'station', diagonalInches, distanceMm, digitsBump, ...look } = wish
  const screen = await openScreen({
    person: role === 'expo' ? 'omar' : 'bruno',
    ...look,
    house: kitchen.house,
    browser,
    app: 'kitchen',
    stations,
    prepare: async (context) => {
      await wish.prepare?.(context)
      await setUpStation(context, wish)
    },
  })
  await screen.page.locator(role === 'expo' ? '.expo' : '.kds').waitFor()
  return screen
}
