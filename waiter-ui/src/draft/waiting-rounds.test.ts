import { House } from '@comanda/shared/domain/testing/house'
import type { CommandView } from '@comanda/sync-client/client-types'
import { describe, expect, test } from 'vitest'
import { askingRounds, waitingRounds } from './waiting-rounds.ts'

const lines = [{ itemId: 'soup', quantity: 2, modifiers: [] }]

const command = (more: Record<string, unknown>): CommandView =>
  ({
    id: 'c1',
    type: 'round.send',
    writtenAt: 5,
    state: 'queued',
    args: { order: { open: { type: 'dine-in', tableId: 't1' } }, lines, queuedSince: 3 },
    ...more,
  }) as unknown as CommandView

describe('[ORD-18] rounds that wait on this tablet', () => {
  test('each with its place, its dishes and since when', () => {
    expect(waitingRounds([command({})])).toMatchObject([
      { target: { kind: 'table', tableId: 't1' }, dishes: 2, since: 3, told: false, flying: false },
    ])
  })

  test('one that is on the wire cannot be changed any more; what was answered does not wait', () => {
    const states = ['sent', 'refused', 'missing', 'done'].map((state) => command({ state }))
    expect(waitingRounds(states).map(({ flying }) => flying)).toEqual([true])
  })

  test('other commands are no rounds; one that the kitchen was told of says so', () => {
    const told = command({ args: { order: { orderId: 'o1' }, lines, alreadyTold: true } })
    expect(waitingRounds([command({ type: 'order.note' }), told])).toMatchObject([
      { target: { kind: 'order', orderId: 'o1' }, told: true, since: 5 },
    ])
  })
})

describe('[ORD-18] a round that waited over ten minutes asks its waiter', () => {
  test('whoever sent it and whose order it is, nobody else', () => {
    const house = new House()
    house.do('ana', 'round.send', {
      order: { open: { type: 'dine-in', tableId: 't1' as never } },
      lines: [{ itemId: 'soup' as never, quantity: 1, modifiers: [] }],
      queuedSince: house.now - 720_000,
    })
    const asked = askingRounds(house.state, 'ana' as never)
    expect(asked).toMatchObject([{ waitedMinutes: 12, lines: [{ itemId: 'soup' }] }])
    expect(askingRounds(house.state, 'boris' as never)).toEqual([])
    const [round] = asked
    if (round === undefined) throw new Error('nobody is asked')
    house.do('ana', 'round.answer', { orderId: round.order.id, roundId: round.roundId, fire: true })
    expect(askingRounds(house.state, 'ana' as never)).toEqual([])
  })
})
