import type { TicketId } from '@comanda/shared/model/ids'
import { expect, test } from 'vitest'
import { movedSince } from './moves.ts'

const id = 't' as TicketId
const at = (table: string) => ({ ticket: { id }, table, number: 1 })

test('[KDS-1] a ticket that moved says where it was last seen, and nothing once it is back', () => {
  const first = movedSince(new Map(), new Map(), [at('9')])
  expect(first.get(id)).toBeUndefined()
  const second = movedSince(new Map([[id, at('9')]]), first, [at('12')])
  expect(second.get(id)).toMatchObject({ table: '9' })
  const third = movedSince(new Map([[id, at('12')]]), second, [at('14')])
  expect(third.get(id)).toMatchObject({ table: '9' })
  expect(movedSince(new Map([[id, at('14')]]), third, [at('9')]).get(id)).toBeUndefined()
})
