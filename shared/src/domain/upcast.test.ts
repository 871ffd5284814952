import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DomainEvent } from './events.ts'
import { createUpcast, currentUpcast, EventTooNew, type StoredEvent, type Upcaster } from './upcast.ts'

const folder = new URL('./fixtures/events/', import.meta.url)

const howToChange =
  'raise its version by a step in upcast.ts, then run testing/freeze-events.ts (a shape that no release has written is frozen anew: delete its file first)'

const frozen = readdirSync(folder).map((name) => {
  const match = /^(.+)\.v(\d+)\.json$/.exec(name)
  if (match?.[1] === undefined) throw new Error(`${name} is not named type.vN.json`)
  const stored = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as StoredEvent[]
  return { name, type: match[1], version: Number(match[2]), stored }
})

describe('frozen events', () => {
  test('[P-12] every type has a fixture of the version it is written in', () => {
    const wanted = DomainEvent.options.map(({ shape }) => shape.type.value)
    const found = new Set(frozen.map(({ type, version }) => `${type} ${version}`))
    expect(wanted.filter((type) => !found.has(`${type} ${currentUpcast.versionOf(type)}`))).toEqual([])
  })

  // A field that went, or changed its shape, without a new version and a step to it shows here.
  test.each(frozen)('[P-12] $name reads as an event of today, nothing lost', ({ type, version, stored }) => {
    expect(stored.length).toBeGreaterThan(0)
    for (const event of stored) {
      const read = currentUpcast.upcast(type, version, event)
      const parsed = DomainEvent.safeParse(read)
      expect(parsed.data, `${type} changed its shape: ${howToChange}`).toEqual(read)
    }
  })
})

describe('upcasting', () => {
  const numbered = (type: string, from: number, step: Upcaster['step']): Upcaster => ({ type, from, step })
  const old: StoredEvent = { type: 'peak.set', active: 'yes', who: 'ana' }
  const wasText = numbered('peak.set', -1, ({ active, ...rest }) => ({ ...rest, on: active === 'yes' }))
  const wasWho = numbered('peak.set', 0, ({ who, ...rest }) => ({ ...rest, by: who }))

  test('[P-12] steps climb one version at a time to the shape of today', () => {
    const { upcast, versionOf } = createUpcast([wasWho, wasText])
    expect(versionOf('peak.set')).toBe(1)
    expect(upcast('peak.set', -1, old)).toEqual({ type: 'peak.set', on: true, by: 'ana' })
    expect(upcast('peak.set', 0, { type: 'peak.set', on: false, who: 'ben' })).toEqual({
      type: 'peak.set',
      on: false,
      by: 'ben',
    })
    expect(DomainEvent.parse(upcast('peak.set', -1, old))).toEqual({ type: 'peak.set', on: true, by: 'ana' })
  })

  test('[P-12] an event of today is given as it is', () => {
    const event: StoredEvent = { type: 'peak.set', on: true, by: 'ana' }
    expect(createUpcast([wasWho, wasText]).upcast('peak.set', 1, event)).toBe(event)
    expect(currentUpcast.upcast('peak.set', 1, event)).toBe(event)
  })

  test('[P-12] a new shape raises the version that is written', () => {
    const { versionOf } = createUpcast([numbered('peak.set', 1, (event) => event)])
    expect(versionOf('peak.set')).toBe(2)
    expect(versionOf('order.noted')).toBe(1)
  })

  test('[P-12] a type may be renamed', () => {
    const renamed: Upcaster = {
      type: 'rush-hour.set',
      from: 1,
      step: (event) => ({ ...event, type: 'peak.set' }),
      renamed: { type: 'peak.set', version: 0 },
    }
    const { upcast } = createUpcast([renamed, wasWho])
    expect(upcast('rush-hour.set', 1, { type: 'rush-hour.set', on: true, who: 'ana' })).toEqual({
      type: 'peak.set',
      on: true,
      by: 'ana',
    })
  })

  test('[P-12] an event that a newer program wrote is refused by name', () => {
    expect(() => currentUpcast.upcast('peak.set', 2, old)).toThrow(EventTooNew)
    expect(() => currentUpcast.upcast('peak.set', 2, old)).toThrow(/peak.set has version 2, this program knows 1/)
  })

  test('[P-12] a missing step is a bug and throws', () => {
    expect(() => createUpcast([wasWho]).upcast('peak.set', -1, old)).toThrow(/no step turns peak.set version -1/)
  })
})
