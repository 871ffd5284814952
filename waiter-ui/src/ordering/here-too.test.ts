import type { Presence } from '@comanda/shared/protocol/down'
import { expect, test } from 'vitest'
import { hereToo } from './here-too.ts'

const person = (deviceId: string, staffId: string, tableId: string): Presence['people'][number] =>
  ({ deviceId, staffId, tableId, draftLines: 0, unsent: 0, heardAt: 0 }) as unknown as Presence['people'][number]

test('[ORD-8] each sees who else has the table open, once, and never oneself', () => {
  const people = [
    person('mine', 'ana', 't1'),
    person('other', 'leo', 't1'),
    person('third', 'leo', 't1'),
    person('fourth', 'ana', 't1'),
    person('fifth', 'marco', 't2'),
  ]
  const own = { deviceId: 'mine' as never, staffId: 'ana' as never }
  expect(hereToo(people, 't1' as never, own)).toEqual(['leo'])
})
