// A full floor for looking at a waiter's tablet: tables in every stage, dishes ready, guests calling, a cook who asks, a
// station that saw nothing, a colleague with a draft. Time is moved, not waited for.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { OrderId, TableId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'
import { goesLive } from '../../faults/harness/open-restaurant.ts'
import { waitUntil } from '../../faults/harness/real-time.ts'
import { openServing, type Serving } from './serving-house.ts'

export type BusyFloor = Serving & {
  /** Two seats, an allergy, a void without its verdict, a held course. */
  readonly eight: OrderId
  /** Eight guests, three courses, a question of the kitchen. */
  readonly eleven: OrderId
}

async function give<Type extends DeviceCommandType>(client: Client, type: Type, args: CommandOf<Type>['args']) {
  const outcome = await client.send(type, args).settled
  if (outcome.kind !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
}

const at = (tableId: string) => ({ type: 'dine-in' as const, tableId: tableId as TableId })

async function leosTables(serving: Serving): Promise<Client> {
  const { house } = serving
  const leo = await house.open(await house.signIn('tablet', 'leo'), { name: 'leo', room: 'floor' })
  await goesLive(leo)
  const order = (table: string, ...items: string[]) =>
    give(leo, 'round.send', {
      order: { open: at(table) },
      lines: items.map((itemId) => ({ itemId: itemId as never, quantity: 1, modifiers: [] })),
    })
  await order('t1', 'beer', 'salmorejo')
  await order('t2', 'padron-peppers')
  await order('t4', 'seafood-paella', 'chicken-paella', 'still-water')
  return leo
}

export async function openBusyFloor(): Promise<BusyFloor> {
  const serving = await openServing()
  const { ask, cook, served, send, pass } = serving
  let clock = 0
  const goBy = async (seconds: number): Promise<void> => {
    clock += seconds * 1000
    serving.setClock(clock)
    // the server's time is known from its next heartbeat
    const before = serving.waiter.serverNow()
    await waitUntil('the clock to be told', () => Promise.resolve(serving.waiter.serverNow() - before > seconds * 900))
  }
  const five = await send('t5', { item: 'beer', quantity: 2 }, 'iberian-ham', 'seafood-paella', 'hake-in-green-sauce')
  const leo = await leosTables(serving)
  const eleven = await send(
    't11',
    { item: 'alcohol-free-beer', quantity: 4 },
    { item: 'iberian-ham', quantity: 2 },
    'patatas-bravas',
    'ham-croquettes',
    { item: 'hake-in-green-sauce', quantity: 3 },
    'mushroom-risotto',
    'crema-catalana',
  )
  await ask('order.set-covers', { orderId: eleven, covers: 8 })
  await goBy(240)
  for (const orderId of [five, eleven]) {
    await cook(orderId, 0)
    await served(orderId, 0)
  }
  await cook(five, 1)
  await served(five, 1)
  const seven = await send('t7', { item: 'beer', quantity: 2 }, 'patatas-bravas', { item: 'iberian-ham', quantity: 2 })
  await goBy(300)
  await ask('course.fire', { orderId: five, course: 2 })
  const six = await send('t6', 'bread-basket', 'fresh-fruit')
  await cook(six, serving.line(six, 'fresh-fruit').course)
  await served(six, serving.line(six, 'fresh-fruit').course)
  const eight = await send(
    't8',
    { item: 'iberian-ham', seat: 1 },
    { item: 'manchego-cheese', seat: 2 },
    { item: 'hake-in-green-sauce', seat: 1, note: 'no salt please' },
    { item: 'cod-with-pil-pil', seat: 2 },
    'beer',
  )
  await ask('allergy.declare', { orderId: eight, seat: 2, allergens: ['nuts', 'milk'] })
  await goBy(420)
  await cook(seven, 0)
  await cook(seven, 1)
  await ask('call.raise', { tableId: 't8' as TableId, kind: 'water' })
  await ask('bill.ask', { orderId: six })
  await give(leo, 'call.raise', { tableId: 't2' as TableId, kind: 'bill', payBy: 'card' })
  await ask('order.open', { open: { ...at('t9'), covers: 2 } })
  await ask('order.open', { open: { type: 'bar-tab', name: 'Kim' } })
  const hake = serving.line(eleven, 'hake-in-green-sauce').id
  await give(pass, 'ask.raise', {
    orderId: eleven,
    lineId: hake,
    message: 'none left',
    substitutes: ['cod-with-pil-pil' as never],
  })
  await ask('line.void', {
    orderId: eight,
    lineId: serving.line(eight, 'manchego-cheese').id,
    reason: 'Wrong dish entered',
  })
  leo.here({ tableId: 't5' as TableId, draftLines: 2 })
  await goBy(40)
  return { ...serving, eight, eleven }
}
