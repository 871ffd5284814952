import { describe, expect, it } from 'vitest'
import { type ErrorCode, errors } from '../domain/errors.ts'
import { aftermath } from './error-texts.ts'
import { textOf } from './texts.ts'

const codes = Object.keys(errors) as ErrorCode[]

describe('error texts', () => {
  it.each(codes)('%s says what happened, what was kept and what to do, in both languages', (code) => {
    for (const language of ['en', 'ru'] as const) {
      const text = textOf(code, language)
      for (const part of [text.message, text.kept, text.next]) expect(part).toMatch(/^\p{Lu}.*\.$/u)
      expect(text.message).not.toMatch(/[{}]/)
    }
    expect(textOf(code, 'ru').message).toMatch(/\p{Script=Cyrillic}/u)
    expect(textOf(code, 'en').message).not.toMatch(/\p{Script=Cyrillic}/u)
  })

  it('names the details that the refusal tells', () => {
    expect(textOf('too-many-tries', 'en', { seconds: 30 }).message).toContain('30 seconds')
  })

  it('says nothing of a refusal that is gone', () => {
    expect(Object.keys(aftermath).sort()).toEqual([...codes].sort())
  })
})
