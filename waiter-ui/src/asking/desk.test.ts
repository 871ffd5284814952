import { decide } from '@comanda/shared/domain/decide'
import { House } from '@comanda/shared/domain/testing/house'
import { smallRestaurant } from '@comanda/shared/domain/testing/small-restaurant'
import type { ApprovalId } from '@comanda/shared/model/ids'
import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { createDesk } from './desk.ts'

/** A session on a house: what is sent is only written down. */
const deskOn = async (house: House) => {
  const sent: { type: string; id?: string; approvalId?: string }[] = []
  const now = signal(house.now)
  const listeners: (() => void)[] = []
  const page = { visibilityState: 'visible', addEventListener: (_: string, run: () => void) => listeners.push(run) }
  let ids = 0
  const session = {
    client: { newCommandId: () => `n${++ids}`, serverNow: () => now.peek() },
    device: { id: 'd' },
    me: signal<object | undefined>({ sid: 's', staffId: 'ana', name: 'Ana', roles: ['waiter'] }),
    now,
    signals: { state: signal(house.rooms.get('floor')) },
    language: signal('en'),
    send: (type: string, _args: unknown, options: object) => {
      sent.push({ type, ...options })
      return { settled: Promise.resolve({ kind: 'done', seq: 1 }) }
    },
  }
  const rules = Promise.resolve({ decide })
  const dropped: string[] = []
  const onDropped = (left: readonly { says: string }[]) => dropped.push(...left.map(({ says }) => says))
  const desk = createDesk({ session, rules, page, onDropped } as never)
  await rules
  const hide = () => {
    page.visibilityState = 'hidden'
    for (const run of listeners) run()
  }
  const wait = (seconds: number): void => {
    now.value += seconds * 1000
  }
  const signIn = (me: object | undefined): void => {
    session.me.value = me
  }
  return { desk, sent, hide, wait, signIn, dropped }
}

const fire = (orderId: string) => ({ type: 'course.fire', args: { orderId, course: 2 } }) as never

describe('[ORD-14] what can be cancelled for three seconds', () => {
  test('goes when they are over, once, however often it was asked for', async () => {
    const house = new House()
    const orderId = house.send('ana', 't1', 'soup', 'steak')
    const { desk, sent, wait } = await deskOn(house)
    desk.askSoon(fire(orderId), 'Firing')
    desk.askSoon(fire(orderId), 'Firing')
    expect(desk.leaving.value.map(({ says }) => says)).toEqual(['Firing'])
    wait(2)
    expect(sent).toEqual([])
    wait(1)
    expect(sent.map(({ type }) => type)).toEqual(['course.fire'])
    wait(10)
    expect([sent.length, desk.leaving.value.length]).toEqual([1, 0])
  })

  test('does not go once it is cancelled, and goes at once when the page is put away', async () => {
    const house = new House()
    const orderId = house.send('ana', 't1', 'soup', 'steak')
    const { desk, sent, wait, hide } = await deskOn(house)
    desk.askSoon(fire(orderId), 'Firing')
    const [first] = desk.leaving.value
    if (first === undefined) throw new Error('nothing leaves')
    desk.cancel(first.id)
    wait(5)
    expect(sent).toEqual([])
    desk.askSoon(fire(orderId), 'Firing')
    hide()
    expect(sent.map(({ type }) => type)).toEqual(['course.fire'])
  })
})

describe('[ADM-6] what needs somebody’s yes', () => {
  test('waits under its own id, and goes with the yes or not at all', async () => {
    const house = new House()
    const orderId = house.send('ana', 't1', 'soup')
    const lineId = house.line(orderId, 'soup').id
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    const { desk, sent } = await deskOn(house)
    const wish = { type: 'line.void', args: { orderId, lineId, reason: 'slow' } } as const
    expect(desk.may(wish)).toBe(true)
    desk.ask(wish)
    const waiting = desk.awaitsYes.value
    expect([sent.length, waiting?.action]).toEqual([0, 'line.void-started'])
    desk.notApproved()
    expect([sent.length, desk.awaitsYes.value]).toEqual([0, undefined])
    desk.ask(wish)
    const again = desk.awaitsYes.value
    desk.approved('yes' as ApprovalId)
    expect(sent).toEqual([{ type: 'line.void', id: again?.id, approvalId: 'yes' }])
    expect(desk.may({ type: 'line.take-back', args: { orderId, lineId } })).toMatch(/\w+ \w+/)
  })
})

describe('[ADM-6] what one person began is never given by the next one', () => {
  const boris = { sid: 'other', staffId: 'boris', name: 'Boris', roles: ['waiter'] }

  test('a question for a yes goes away with the person who asked', async () => {
    const house = new House()
    const orderId = house.send('ana', 't1', 'soup')
    const lineId = house.line(orderId, 'soup').id
    house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
    const { desk, sent, signIn } = await deskOn(house)
    desk.ask({ type: 'line.void', args: { orderId, lineId, reason: 'slow' } })
    expect(desk.awaitsYes.value?.action).toBe('line.void-started')
    signIn(boris)
    expect(desk.awaitsYes.value).toBeUndefined()
    desk.approved('yes' as ApprovalId)
    expect(sent).toEqual([])
  })

  test('and what was about to go does not go in another name, and that is told', async () => {
    const house = new House()
    const orderId = house.send('ana', 't1', 'soup', 'steak')
    const { desk, sent, signIn, wait, dropped } = await deskOn(house)
    desk.askSoon(fire(orderId), 'Firing')
    signIn(undefined)
    signIn(boris)
    wait(5)
    expect([sent, dropped, desk.leaving.value]).toEqual([[], ['Firing'], []])
  })
})

test('[ADM-6] what can be cancelled and needs a yes asks for it at once, and says what for', async () => {
  const house = new House(smallRestaurant({ grants: { waiter: { 'course.fire': 'approval' } } }))
  const orderId = house.send('ana', 't1', 'soup', 'steak')
  const { desk, sent, wait } = await deskOn(house)
  desk.askSoon(fire(orderId), 'Firing', { note: 'table 1, the steak' })
  expect(desk.leaving.value).toEqual([])
  expect(desk.awaitsYes.value).toMatchObject({ action: 'course.fire', note: 'table 1, the steak' })
  wait(5)
  expect(sent).toEqual([])
  desk.approved('yes' as ApprovalId)
  expect(sent).toMatchObject([{ type: 'course.fire', approvalId: 'yes' }])
})
