import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrap } from './wrap.ts'

test('no line is wider than the paper, and no letter is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.integer({ min: 8, max: 48 }),
      fc.integer({ min: 0, max: 3 }),
      (content, width, indent) => {
        const lines = wrap(content, width, indent)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
        expect(lines.join('').replace(/\s/g, '')).toBe(content.replace(/\s/g, ''))
      },
    ),
  )
})
