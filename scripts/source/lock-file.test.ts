import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkLockFile } from './lock-file.ts'

function checked(packages: Record<string, object>): string[] {
  const base = mkdtempSync(join(tmpdir(), 'comanda-lock-'))
  writeFileSync(join(base, 'package-lock.json'), JSON.stringify({ packages }))
  const complaints = checkLockFile(base)
  rmSync(base, { recursive: true })
  return complaints
}

it('lets versions without hosts pass, and links to workspaces', () => {
  expect(checked({ 'node_modules/a': {}, 'node_modules/@comanda/db': { resolved: 'db' } })).toEqual([])
})

it('names a package that tells where it came from', () => {
  expect(checked({ 'node_modules/a': { resolved: 'https://packages.example/a.tgz' } })).toHaveLength(1)
})

it('names a package of another platform that is not locked', () => {
  const a = { optionalDependencies: { 'a-darwin': '1.0.0', 'a-linux': '1.0.0' } }
  expect(checked({ 'node_modules/a': a, 'node_modules/a-linux': {} })).toEqual([
    'package-lock.json: node_modules/a may want a-darwin, which is not locked',
  ])
})

it('finds what is nested below the package that wants it', () => {
  const b = { optionalDependencies: { c: '1.0.0' } }
  const nested = 'node_modules/a/node_modules/b'
  expect(checked({ [nested]: b, [`${nested}/node_modules/c`]: {} })).toEqual([])
  expect(checked({ [nested]: b, 'node_modules/a/node_modules/c': {} })).toEqual([])
})
