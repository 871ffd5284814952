// A kitchen's screen carries a part of the rules. The law: whatever that part decides, the whole decides too.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommandType, Numbered } from './commands.ts'
import { decide } from './decide.ts'
import { kitchenDecide } from './kitchen-decide.ts'
import { narrowState } from './narrow-state.ts'
import { predicts } from './predict.ts'
import { canonical } from './state-json.ts'
import { play, steps, tries } from './testing/evening.ts'
import { askOf } from './testing/history.ts'
import { House } from './testing/house.ts'

test('[KDS-4] [KDS-5] [KDS-8] the kitchen decides every command that it predicts as the whole rules do', () => {
  const compared = new Map<CommandType, number>()
  fc.assert(
    fc.property(steps(40), fc.boolean(), (history, hasExpo) => {
      play(
        history,
        (house, step) => {
          const asked = askOf(house.state, house.now, step)
          if (asked === undefined || !predicts('kitchen', asked.type)) return
          const command: Numbered = house.command(asked.type, asked.args, `k${house.state.seq}`)
          const context = house.context(asked.who)
          const room = narrowState(house.state, 'kitchen')
          expect(canonical(kitchenDecide(room, command, context)), asked.type).toEqual(
            canonical(decide(room, command, context)),
          )
          compared.set(asked.type, (compared.get(asked.type) ?? 0) + 1)
        },
        { hasExpo },
      )
    }),
    tries(120),
  )
  expect([...compared.keys()].sort()).toEqual(
    expect.arrayContaining(['ask.raise', 'lines.serve', 'ticket.bump', 'ticket.line-done', 'ticket.recall']),
  )
  expect([...compared.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(500)
})

test.each(['not-started', 'made'] as const)('[ORD-13] [KDS-10] and so with the verdict "%s"', (verdict) => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'soup')
  const line = house.state.orders.get(orderId)?.lines[0]
  if (line === undefined) throw new Error('nothing was sent')
  house.do('ana', 'line.void', { orderId, lineId: line.id, reason: 'wish' })
  const command = house.command('void.judge', { orderId, lineId: line.id, verdict })
  const room = narrowState(house.state, 'kitchen')
  const decision = kitchenDecide(room, command, house.context('carla'))
  expect(decision.ok && decision.value.map(({ type }) => type)).toEqual(['void.judged'])
  expect(canonical(decision)).toEqual(canonical(decide(room, command, house.context('carla'))))
})

test('what no kitchen predicts is not decided by it', () => {
  const house = new House()
  const command = house.command('day.close', { carryOver: [] })
  expect(() => kitchenDecide(house.state, command, house.context('system'))).toThrow(
    'a kitchen does not decide day.close',
  )
})
