import { describe, expect, it } from 'vitest'
import { actionOf } from './actions-of.ts'

describe('what a command can turn out to be', () => {
  it('[ADM-6] is its own type, or what the rules ask for on its way, and nothing else', () => {
    expect(actionOf('payment.refund', 'payment.refund')).toBe('payment.refund')
    expect(actionOf('payment.refund', 'service.add')).toBeUndefined()
    expect(actionOf('service.add', 'bill.change-after-print')).toBeUndefined()
    expect(actionOf('line.void', 'line.void-started')).toBe('line.void-started')
    expect(actionOf('order.close', 'line.void')).toBe('line.void')
    expect(actionOf('line.take-back', 'bill.change-after-print')).toBe('bill.change-after-print')
    expect(actionOf('line.void', 'nothing')).toBeUndefined()
    expect(actionOf('line.void', 'constructor')).toBeUndefined()
  })
})
