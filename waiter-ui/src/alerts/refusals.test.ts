import { describe, expect, test } from 'vitest'
import { refusals } from './refusals.ts'

const command = (more: object) =>
  ({ id: 'c1', args: { orderId: 'o1' }, writtenAt: 0, state: 'refused', ...more }) as never

describe('[ORD-17] a command that came back', () => {
  test('says what happened, what was kept and what to do; a round says it in its draft', () => {
    const all = [
      command({ type: 'payment.record', code: 'part-already-paid' }),
      command({ type: 'round.send', code: 'sold-out' }),
      command({ type: 'course.fire', state: 'queued' }),
    ]
    const [card, ...others] = refusals(all, 'en')
    expect(others).toEqual([])
    expect(card).toMatchObject({ type: 'payment.record', kind: 'refused', code: 'part-already-paid', orderId: 'o1' })
    for (const text of [card?.message, card?.kept, card?.next]) expect(text).toMatch(/\w+ \w+/)
  })

  test('[ADM-6] for want of a yes names the action that needs it', () => {
    const view = command({ type: 'line.void', code: 'needs-approval', details: { action: 'line.void-started' } })
    expect(refusals([view], 'ru')[0]).toMatchObject({ action: 'line.void-started' })
  })

  test('of a code that a newer server knows is still told, and a missing one can be sent again', () => {
    expect(refusals([command({ type: 'x', code: 'brand-new' })], 'en')[0]?.message).not.toBe('')
    expect(refusals([command({ type: 'x', state: 'missing' })], 'en')[0]?.kind).toBe('missing')
  })
})
