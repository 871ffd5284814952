import { describe, expect, test } from 'vitest'
import { Person } from '../model/staff.ts'
import { Note, PersonName } from '../model/text.ts'
import { DomainEvent } from './events.ts'
import { replacePersonalTexts } from './personal-text.ts'
import { sampleOf, variantsOf } from './testing/sample.ts'

/** Every event in every shape, and the personal texts that its schema says it holds. */
const samples = DomainEvent.options.flatMap((schema) =>
  Array.from({ length: variantsOf(schema) }, (_, variant) => {
    const written: string[] = []
    const textFor = (part: unknown): string | undefined => {
      if (part !== Note && part !== PersonName) return undefined
      written.push(`text ${written.length}`)
      return written.at(-1)
    }
    // A person who works here is not a guest: that name stays.
    const event = sampleOf(schema, {
      variant,
      textFor: (part) => (part === Person ? undefined : textFor(part)),
    })
    const parsed = DomainEvent.parse(event)
    const ofStaff = parsed.type === 'catalog.staged' ? written.splice(0) : []
    return { name: `${parsed.type} ${variant}`, event: parsed, written, ofStaff }
  }),
)

const visit = (event: DomainEvent) => {
  const visited: string[] = []
  const replaced = replacePersonalTexts(event, (text) => {
    visited.push(text)
    return `sealed ${text}`
  })
  return { visited, replaced }
}

describe('personal texts', () => {
  test('[P-14] the samples hold texts in many events, so this test can fail', () => {
    const holding = new Set(samples.filter(({ written }) => written.length > 0).map(({ event }) => event.type))
    expect([...holding].sort()).toEqual(
      [
        'allergy.declared',
        'ask.raised',
        'line.changed',
        'line.sent-back',
        'lines.moved',
        'order.noted',
        'order.opened',
        'round.sent',
      ].sort(),
    )
    expect(samples.some(({ ofStaff }) => ofStaff.length > 0)).toBe(true)
  })

  test.each(samples)('[P-14] every note and guest name in $name is found, and nothing else', ({ event, written }) => {
    const { visited, replaced } = visit(event)
    expect([...visited].sort()).toEqual([...written].sort())
    const unsealed = JSON.parse(JSON.stringify(replaced).replaceAll('"sealed text', '"text'))
    expect(unsealed).toEqual(event)
    expect(JSON.stringify(replaced).match(/"text \d/g) ?? []).toEqual(
      event.type === 'catalog.staged' ? (JSON.stringify(event).match(/"text \d/g) ?? []) : [],
    )
  })

  test.each(samples)(
    '[P-14] replacing a second time visits the same places of $name in the same order',
    ({ event }) => {
      const once = visit(event)
      const twice = visit(once.replaced)
      expect(twice.visited).toEqual(once.visited.map((text) => `sealed ${text}`))
    },
  )
})
