import { describe, expect, test } from 'vitest'
import { knownAfter, ringFor } from './ringer.ts'

const alert = (kind: string, key: string, more: object = {}) => ({ kind, key, since: 0, ...more }) as never

describe('[KDS-20] [CALL-2] an alert rings', () => {
  test('once for each that is new, the most pressing first, and not for what somebody goes for', () => {
    const ready = alert('ready', 'r')
    expect(ringFor(new Set(), [ready])?.sound).toBe('ready')
    expect(ringFor(knownAfter([ready]), [ready])).toBeUndefined()
    expect(ringFor(knownAfter([ready]), [ready, alert('held', 'h'), alert('call', 'c')])?.sound).toBe('call')
    expect(ringFor(new Set(), [alert('ready', 'x', { takenBy: 'ana' })])).toBeUndefined()
  })
})
