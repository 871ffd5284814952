// Events live for ever. When the shape of a type changes, its version raises by one and a pure step turns the old shape
// into the new one on read; stored rows are never rewritten. The steps of one type form an unbroken ladder.
import type { DomainEvent } from './events.ts'

export type StoredEvent = { type: string; [field: string]: unknown }

/** Turns version `from` of a type into version `from + 1`. A step may rename the type: the result's type is then at `renamed.version`. */
export type Upcaster = {
  readonly type: string
  readonly from: number
  readonly step: (event: StoredEvent) => StoredEvent
  readonly renamed?: { readonly type: string; readonly version: number }
}

/** Version 1 is where every type begins. */
const firstVersion = 1

/** Every step there has been since the first release. */
export const upcasters: readonly Upcaster[] = []

export class EventTooNew extends Error {
  constructor(type: string, version: number, known: number) {
    super(`event ${type} has version ${version}, this program knows ${known}: use the newer program`)
    this.name = 'EventTooNew'
  }
}

export type Upcast = {
  /** The version in which events of this type are written today. */
  versionOf(type: string): number
  upcast(type: string, version: number, event: StoredEvent): DomainEvent
}

export const createUpcast = (steps: readonly Upcaster[]): Upcast => {
  const ladder = new Map(steps.map((step) => [`${step.type}@${step.from}`, step]))
  const newest = new Map<string, number>()
  for (const { type, from } of steps) newest.set(type, Math.max(from + 1, newest.get(type) ?? firstVersion))

  const versionOf = (type: string): number => newest.get(type) ?? firstVersion

  const climb = (type: string, version: number, event: StoredEvent): StoredEvent => {
    const known = versionOf(type)
    if (version > known) throw new EventTooNew(type, version, known)
    if (version === known && !ladder.has(`${type}@${version}`)) return event
    const step = ladder.get(`${type}@${version}`)
    if (step === undefined) throw new Error(`no step turns ${type} version ${version} into ${version + 1}`)
    const next = step.renamed ?? { type, version: version + 1 }
    return climb(next.type, next.version, step.step(event))
  }

  return {
    versionOf,
    // Stored rows were parsed before they were decided on; the frozen fixtures prove that the steps keep to the schema.
    upcast: (type, version, event) => climb(type, version, event) as DomainEvent,
  }
}

/** Reads and writes events as this program knows them. */
export const currentUpcast = createUpcast(upcasters)
