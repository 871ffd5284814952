// A grill in the middle of a busy evening: late tickets, a void, allergies, an add-on, a change, a remake, a rush, held
// courses, a dish that ran out. Told minute by minute on a clock that is moved.
import type { OrderId } from '@comanda/shared/model/ids'
import type { Draft, Kitchen } from './kitchen-house.ts'

const steak = (item: string, doneness: string, more: Partial<Draft> = {}): Draft => {
  const { with: asked = ['side:salad-side', 'dressing:oil-lemon'], ...rest } = more
  return { item, with: [`doneness:${doneness}`, ...asked], ...rest }
}
const burger = (...extras: string[]): Draft => ({
  item: 'cheeseburger',
  with: ['bun:brioche', 'doneness:medium', ...extras],
})
const fish = (item: string, ...garnish: string[]): Draft => ({ item, with: ['side:vegetables-side', ...garnish] })
const dessert = (item: string, quantity: number): Draft => ({ item, quantity })

export type Evening = { readonly minute: (minutes: number) => Promise<void>; readonly orders: Record<string, OrderId> }

export async function busyEvening(
  kitchen: Kitchen,
  cook: (act: 'bump' | 'line', orderId: OrderId, item?: string) => Promise<void>,
) {
  let passed = 0
  /** Never two minutes at once: the server would doubt its clock. */
  const minute = async (to: number): Promise<void> => {
    while (passed < to * 60_000) {
      passed = Math.min(to * 60_000, passed + 100_000)
      kitchen.setClock(passed)
      const t8 = orders.t8
      if (t8 !== undefined) await kitchen.ask('order.rush', { orderId: t8, on: false })
    }
    // a tablet that has not heard of the time yet would seem to have kept its round for long
    await kitchen.until('the new time', () => kitchen.waiter.serverNow() > Date.now() + passed - 1_000)
  }
  const orders: Record<string, OrderId> = {}
  const { send } = kitchen
  orders.t8 = await send(
    't8',
    steak('ribeye', 'medium-rare', { quantity: 2 }),
    steak('ribeye', 'well-done'),
    fish('sea-bass', 'no garnish:butter'),
    burger('extra burger-extras:bacon', 'burger-extras:fried-egg'),
    'asparagus',
    { ...fish('half-chicken'), note: 'cut in four for a child' },
    steak('lamb-chops', 'rare', { quantity: 2 }),
    dessert('crema-catalana', 6),
  )
  await minute(6)
  orders.t3 = await send('t3', burger('no burger-extras:onion'), { item: 'grilled-leeks', seat: 2, course: 2 })
  await kitchen.ask('allergy.declare', { orderId: orders.t3, seat: 2, allergens: ['nuts'] })
  orders.t14 = await send(
    't12',
    { item: 'grilled-octopus', course: 2 },
    { item: 'grilled-sausages', with: ['side:potatoes-side'] },
    'asparagus',
  )
  await minute(10)
  orders.t6 = await send('t6', { item: 'grilled-prawns', quantity: 2 }, 'asparagus', fish('tuna-steak'))
  orders.t2 = await send('t2', fish('half-chicken'), steak('skirt-steak', 'rare'))
  await minute(12)
  orders.t24 = await send('t24', fish('sea-bream'), fish('salmon'), 'gazpacho')
  await minute(14)
  orders.t26 = await send(
    't26',
    burger('no burger-extras:pickle', 'no burger-extras:cheddar'),
    steak('sirloin', 'rare'),
  )
  await minute(15)
  await kitchen.sendTo(orders.t2, { item: 'grilled-vegetables', course: 2, quantity: 2 })
  await kitchen.ask('line.change', {
    orderId: orders.t14,
    lineId: kitchen.line(orders.t14, 'grilled-octopus').id,
    quantity: 2,
  })
  orders.t5 = await send('t5', steak('lamb-chops', 'medium'))
  await minute(16)
  orders.b5 = await kitchen.takeaway('Nina', { item: 'pork-ribs', with: ['side:chips-side'] }, 'grilled-vegetables')
  await cook('line', orders.t8, 'ribeye')
  await cook('line', orders.t8, 'asparagus')
  await cook('bump', orders.t5)
  await minute(17)
  await kitchen.ask('lines.serve', { orderId: orders.t5, lineIds: [kitchen.line(orders.t5, 'lamb-chops').id] })
  await kitchen.ask('line.send-back', {
    orderId: orders.t5,
    lineId: kitchen.line(orders.t5, 'lamb-chops').id,
    reason: 'Undercooked',
  })
  orders.t21 = await send('t21', fish('sea-bass'), steak('ribeye', 'medium-rare'))
  await kitchen.ask('order.rush', { orderId: orders.t21, on: true })
  await kitchen.ask('item.sold-out', { itemId: kitchen.line(orders.t6, 'tuna-steak').itemId, soldOut: true })
  await minute(19)
  orders.t10 = await send(
    't10',
    burger(),
    burger('burger-extras:avocado'),
    fish('sea-bass', 'no garnish:garlic', 'on-side garnish:lemon'),
  )
  orders.t11 = await send('t11', steak('sirloin', 'medium', { quantity: 3 }), { item: 'camembert-on-coals', course: 2 })
  await minute(20)
  await kitchen.ask('line.void', {
    orderId: orders.t10,
    lineId: kitchen.line(orders.t10, 'sea-bass').id,
    reason: 'Guest changed mind',
  })
  orders.t25 = await send('t25', { item: 'chicken-burger', with: ['bun:brioche'] }, fish('trout'), fish('trout'))
  orders.t9 = await send('t9', { item: 'vegan-burger', with: ['bun:no-bun'] }, 'grilled-vegetables')
  return { minute, orders }
}
