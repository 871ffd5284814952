// Whoever changes a frame comes here: raise the version when an older client would no longer understand, add a line to the
// history, and write the new hash down. What events and commands carry is held by their own fixtures and schemas.
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import * as down from './down.ts'
import * as up from './up.ts'
import { history, protocolVersion, wireHash } from './version.ts'

const frames = {
  hello: up.Hello,
  cmd: up.Cmd,
  painted: up.Painted,
  seen: up.Seen,
  here: up.Here,
  welcome: down.Welcome,
  snap: down.Snap,
  ev: down.Ev.omit({ events: true }),
  view: down.View,
  res: down.Res,
  hb: down.Hb,
  presence: down.Presence,
  approvals: down.Approvals,
  error: down.Oops,
}

it('the frames are those of this version', () => {
  const schemas = Object.entries(frames).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })])
  expect(createHash('sha256').update(JSON.stringify(schemas)).digest('hex')).toBe(wireHash)
})

it('the history ends with this version', () => {
  expect(history.at(-1)?.version).toBe(protocolVersion)
})
