// The documents that are made from the code: a JSON Schema for everything on the wire, and the list of errors. A test holds
// the files in docs/ against what this makes.

import { DeviceCommand } from '@comanda/shared/domain/commands'
import { DomainEvent } from '@comanda/shared/domain/events'
import { CatalogChange } from '@comanda/shared/model/catalog'
import { DownFrame } from '@comanda/shared/protocol/down'
import { UpFrame } from '@comanda/shared/protocol/up'
import { BoardBody, GuestBody } from '@comanda/shared/protocol/views'
import { z } from 'zod'
import { errorsDocument } from './errors-document.ts'
import { schemaNames } from './schema-names.ts'
import { Snapshot } from './snapshot-schema.ts'

export type Document = { readonly path: string; readonly text: string }

const titles = {
  'up-frames': { schema: UpFrame, title: 'Frames from a device to the server' },
  'down-frames': { schema: DownFrame, title: 'Frames from the server to a device' },
  commands: { schema: DeviceCommand, title: 'Commands: the type and args of a cmd frame' },
  snapshot: { schema: Snapshot, title: 'A snapshot: the joined bodies of its snap frames, parsed' },
  board: { schema: BoardBody, title: 'The body of a view frame in the room board' },
  guest: { schema: GuestBody, title: 'The body of a view frame in a room guest:<tableId>' },
  events: { schema: DomainEvent, title: 'Events: the event of each entry of an ev frame' },
  catalog: { schema: z.array(CatalogChange), title: 'What a restaurant publishes: the changes of catalog.publish' },
} as const

function schemaText(name: keyof typeof titles): string {
  const { schema, title } = titles[name]
  // What the server takes is what a client writes; what a value turns into is nobody's business outside.
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: schemaNames(schema) })
  return `${JSON.stringify({ title, ...made }, null, 1)}\n`
}

export function documents(): readonly Document[] {
  const names = Object.keys(titles) as (keyof typeof titles)[]
  return [
    ...names.map((name) => ({ path: `docs/protocol/${name}.schema.json`, text: schemaText(name) })),
    { path: 'docs/ERRORS.md', text: errorsDocument() },
  ]
}
