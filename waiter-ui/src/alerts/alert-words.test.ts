import { House } from '@comanda/shared/domain/testing/house'
import type { OrderId, StaffId } from '@comanda/shared/model/ids'
import { expect, test } from 'vitest'
import { texts } from '../texts/texts.ts'
import { alertsFor } from './alert-list.ts'
import { alertWords } from './alert-words.ts'

const words = ({ state, now }: House) =>
  alertsFor(state, 'ana' as StaffId, now).map((alert) =>
    alertWords(alert, { texts: texts.en, state, pick: ({ en }) => en }),
  )

test('[ORD-15] what is handed out says whether it was paid for; a table pays later', () => {
  const house = new House()
  house.send('ana', 't1', 'soup')
  house.do('ana', 'round.send', {
    order: { open: { type: 'takeaway', name: 'Nina' } },
    lines: [{ itemId: 'soup' as never, quantity: 1, modifiers: [] }],
  })
  const nina = [...house.state.orders.values()].find(({ name }) => name === 'Nina')?.id as OrderId
  for (const { id, status } of house.state.tickets.values()) {
    if (status === 'open') house.do('carla', 'ticket.bump', { ticketId: id })
  }
  const owed = () => words(house).map(({ details }) => details.at(-1))
  expect(owed().sort()).toEqual([expect.stringMatching(/^1 /), 'UNPAID'])
  house.do('ana', 'payment.record', {
    orderId: nina,
    part: { kind: 'rest' },
    method: 'card',
    amount: house.order(nina).lines[0]?.unitPrice ?? 0,
  })
  expect(owed()).toContain('PAID')
})
