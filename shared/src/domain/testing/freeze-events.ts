// Writes a fixture for each event type in the version of today, where there is none yet. One that exists is never
// rewritten: it is what a released program has stored. Run by hand when a version rises:
//   node shared/src/domain/testing/freeze-events.ts
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { DomainEvent } from '../events.ts'
import { currentUpcast } from '../upcast.ts'
import { sampleOf, variantsOf } from './sample.ts'

const folder = new URL('../fixtures/events/', import.meta.url)
mkdirSync(folder, { recursive: true })

for (const schema of DomainEvent.options) {
  const type = schema.shape.type.value
  const file = new URL(`${type}.v${currentUpcast.versionOf(type)}.json`, folder)
  if (existsSync(file)) continue
  const events = Array.from({ length: variantsOf(schema) }, (_, variant) =>
    DomainEvent.parse(sampleOf(schema, { variant })),
  )
  writeFileSync(file, `${JSON.stringify(events, null, 2)}\n`)
}
