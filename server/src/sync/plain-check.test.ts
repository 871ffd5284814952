import { DeviceCommand } from '@comanda/shared/domain/commands'
import { sampleOf, variantsOf } from '@comanda/shared/domain/testing/sample'
import { UpFrame } from '@comanda/shared/protocol/up'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainCheck } from './plain-check.ts'

const schemas = { frames: UpFrame, commands: DeviceCommand }

/** Every kind of frame and command with all its parts, as a device would write it. */
const whole = (schema: (typeof schemas)[keyof typeof schemas]): unknown[] =>
  schema.options.flatMap((option) =>
    Array.from({ length: variantsOf(option) }, (_, variant): unknown =>
      JSON.parse(JSON.stringify(sampleOf(option, { variant }))),
    ),
  )

type Path = readonly (string | number)[]

const pathsOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
    : [path]

/** With one part in another shape, or one more part, or one less. */
const spoilt = (value: unknown, path: Path, what: unknown): unknown => {
  const [first, ...rest] = path
  if (first === undefined) return what
  if (typeof value !== 'object' || value === null) return value
  const copy = structuredClone(value) as Record<string | number, unknown>
  if (rest.length === 0 && what === undefined) delete copy[first]
  else copy[first] = spoilt(copy[first], rest, what)
  return copy
}

const oddities = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    '',
    ' x',
    'x ',
    'x.y',
    'a'.repeat(49),
    -1,
    0,
    1.5,
    99,
    100,
    2 ** 53,
    [],
    {},
  ),
  fc.json().map((text): unknown => JSON.parse(text)),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.constant<unknown>(JSON.parse('{"__proto__":1,"constructor":2}')),
)

describe.each(Object.entries(schemas))('the check of %s', (_, schema) => {
  const check = plainCheck(schema)
  const samples = whole(schema)

  test('passes what devices send: every kind, with all its parts', () => {
    const refused = samples.filter((sample) => schema.safeParse(sample).success && !check(sample))
    // which comes by HTTP alone
    expect(
      refused.map((sample) => (sample as { type: string }).type).filter((type) => type !== 'catalog.publish'),
    ).toEqual([])
  })

  test('what passes is what parsing would give', () => {
    let passed = 0
    let parsed = 0
    fc.assert(
      fc.property(fc.nat(), fc.nat(), oddities, fc.boolean(), (which, where, what, more) => {
        const sample = samples[which % samples.length]
        const paths = pathsOf(sample)
        const path = paths[where % paths.length] ?? []
        const value: unknown = JSON.parse(
          JSON.stringify(spoilt(sample, more ? [...path, 'more'] : path, what)) ?? 'null',
        )
        const read = schema.safeParse(value)
        if (read.success) parsed += 1
        if (!check(value)) return
        passed += 1
        expect(read.data).toEqual(value)
      }),
      { numRuns: 6_000 },
    )
    expect(passed).toBeGreaterThan(parsed / 2)
    expect(parsed).toBeGreaterThan(0)
  })
})
