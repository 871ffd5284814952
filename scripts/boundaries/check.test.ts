import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBoundaries } from './check.ts'

let base: string

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'comanda-boundaries-'))
  write('package.json', {
    name: 'restaurant',
    workspaces: ['shared', 'db', 'sync-client', 'demo', 'tests'],
    devDependencies: { vitest: '1.0.0' },
  })
  write('shared/package.json', {
    name: '@comanda/shared',
    exports: { './model/*': './src/model/*.ts' },
    dependencies: { zod: '1.0.0', lodash: '1.0.0' },
  })
  write('db/package.json', { name: '@comanda/db', exports: { './log': './src/log.ts' } })
  write('sync-client/package.json', { name: '@comanda/sync-client', dependencies: { idb: '1.0.0' } })
  write('demo/package.json', { name: '@comanda/demo', exports: { './*': './src/*.ts' } })
  write('tests/package.json', { name: '@comanda/tests', exports: { './*': './*.ts' } })
  write(
    'shared/src/model/money.ts',
    'import { z } from "zod"\nexport const Money = z.int()\nexport type Money = number',
  )
  write('shared/src/model/plain.ts', 'export const cents = 100')
  write('db/src/log.ts', 'import { cents } from "@comanda/shared/model/plain"\nexport const log = cents')
})

afterEach(() => rmSync(base, { recursive: true }))

function write(path: string, content: string | object) {
  mkdirSync(dirname(join(base, path)), { recursive: true })
  writeFileSync(join(base, path), typeof content === 'string' ? content : JSON.stringify(content))
}

function complaints(path: string, content: string): string[] {
  write(path, content)
  return checkBoundaries(base)
}

describe('imports', () => {
  it('lets a clean project pass', () => {
    expect(checkBoundaries(base)).toEqual([])
  })

  it.each([
    ['a workspace that the row leaves out', 'shared/src/a.ts', 'import "@comanda/db/log"', 'shared may not import db'],
    ['tests', 'db/src/a.ts', 'import "@comanda/tests/world"', 'nobody imports tests'],
    ['the demo', 'db/src/a.ts', 'import "@comanda/demo/menu"', 'db may not import demo'],
    ['what exports does not show', 'db/src/a.ts', 'import "@comanda/shared/secret"', 'not in the exports of shared'],
    ['a relative way out', 'db/src/a.ts', 'import "../../shared/src/model/plain.ts"', 'leaves its package'],
    ['an undeclared package', 'db/src/a.ts', 'import "left-pad"', 'db is held to'],
    ['a declared package that the row forbids', 'shared/src/a.ts', 'import "lodash"', 'shared is held to zod'],
    ['a package that nobody declared', 'sync-client/src/a.ts', 'import "ws"', 'ws is not in sync-client/package.json'],
    ['Node where there is none', 'shared/src/a.ts', 'import "node:fs"', 'shared also runs where Node is not'],
    ['types as well', 'shared/src/a.ts', 'import type { L } from "@comanda/db/log"', 'shared may not import db'],
    ['imports made later', 'shared/src/a.ts', 'await import("@comanda/db/log")', 'shared may not import db'],
    ['re-exports', 'shared/src/a.ts', 'export { log } from "@comanda/db/log"', 'shared may not import db'],
    ['tools in the program', 'db/src/a.ts', 'import { it } from "vitest"', 'db is held to'],
  ])('refuses %s', (_, path, content, complaint) => {
    expect(complaints(path, content)).toEqual([expect.stringContaining(complaint)])
  })

  it('refuses a workspace without a row', () => {
    write('package.json', { name: 'restaurant', workspaces: ['shared', 'extra'], devDependencies: {} })
    write('extra/package.json', { name: '@comanda/extra' })
    expect(checkBoundaries(base)).toEqual([expect.stringContaining('extra: has no row')])
  })

  it('lets tests beside the source use tools and the demo', () => {
    expect(complaints('db/src/a.test.ts', 'import { it } from "vitest"\nimport "@comanda/demo/menu"')).toEqual([])
  })
})

describe('cycles', () => {
  it('names the files of a circle', () => {
    write('db/src/a.ts', 'import { b } from "./b.ts"\nexport const a = b')
    expect(complaints('db/src/b.ts', 'import type { a } from "./a.ts"\nexport const b = 1')).toEqual([
      'import cycle: db/src/a.ts -> db/src/b.ts -> db/src/a.ts',
    ])
  })
})

describe('zod in the sync client', () => {
  it('is found behind other files, with the way to it', () => {
    expect(complaints('sync-client/src/a.ts', 'import { Money } from "@comanda/shared/model/money"')).toEqual([
      'sync-client/src/a.ts -> shared/src/model/money.ts imports zod, which sync-client must not load',
    ])
  })

  it('is found where `import { type X }` still loads the file', () => {
    expect(complaints('sync-client/src/a.ts', 'import { type Money } from "@comanda/shared/model/money"')).toHaveLength(
      1,
    )
  })

  it('does not count where only types are taken', () => {
    expect(complaints('sync-client/src/a.ts', 'import type { Money } from "@comanda/shared/model/money"')).toEqual([])
  })
})

describe('time and chance', () => {
  it.each([
    ['Date.now', 'export const now = Date.now()'],
    ['Date.now', 'export const clock = { now: Date.now }'],
    ['new Date()', 'export const now = new Date()'],
    ['Math.random', 'export const dice = Math.random()'],
    ['setTimeout', 'setTimeout(() => {}, 5)'],
    ['setTimeout', 'globalThis.setTimeout(() => {}, 5)'],
    ['setTimeout', 'export const timers = { setTimeout }'],
    ['setInterval', 'export const every = setInterval'],
    ['node:timers/promises', 'import { setImmediate } from "node:timers/promises"'],
  ])('refuses %s in %s', (name, content) => {
    expect(complaints('db/src/a.ts', content)).toEqual([expect.stringContaining(name)])
  })

  it.each([
    'export const day = new Date(0)',
    'export const later = (clock: { setTimeout(): void }) => clock.setTimeout()',
    'export type Timer = ReturnType<typeof setTimeout>',
    '// Date.now() is not called here\nexport const words = "Math.random()"',
  ])('lets pass: %s', (content) => {
    expect(complaints('db/src/a.ts', content)).toEqual([])
  })

  it.each([
    'db/src/adapters/a.ts',
    'db/src/ports/a.ts',
    'db/src/system-time.ts',
    'db/src/real-clock.ts',
    'db/src/a.test.ts',
  ])('lets %s name the real ones', (path) => {
    expect(complaints(path, 'export const now = Date.now')).toEqual([])
  })
})
