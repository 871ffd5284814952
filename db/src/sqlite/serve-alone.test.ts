import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serveAlone } from './serve-alone.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comanda-alone-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file has one server: a second is refused in a line that says what to do, until the first lets go', () => {
  const file = join(folder, 'comanda.db')
  const first = serveAlone(file)
  expect(() => serveAlone(file)).toThrow(
    /comanda\.db is served by another Comanda already: stop that one, or .*COMANDA_DATA/,
  )
  serveAlone(join(folder, 'other.db')).release()
  first.release()
  serveAlone(file).release()
})
