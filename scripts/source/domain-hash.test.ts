// The rules are named by what they say, so a name that was not written anew is found.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkDomainHash, hashFile, hashOfRules, withHash } from './domain-hash.ts'

let base: string

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'comanda-rules-'))
  write('shared/src/model/money.ts', 'export const cents = 100')
  write('shared/src/domain/bill.ts', 'export const total = 1')
  nameThem()
})

afterEach(() => rmSync(base, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(base, path)), { recursive: true })
  writeFileSync(join(base, path), text)
}

function nameThem(): void {
  write(hashFile, "export const domainHash = ''")
  write(hashFile, withHash("export const domainHash = ''", hashOfRules(base)))
}

it('says nothing while the name is that of the rules', () => {
  expect(checkDomainHash(base)).toEqual([])
})

it.each(['shared/src/domain/bill.ts', 'shared/src/model/money.ts', 'shared/src/domain/decide/new-rule.ts'])(
  'says that %s was changed, until the rules are named again',
  (path) => {
    write(path, 'export const total = 2')
    expect(checkDomainHash(base)).toEqual([expect.stringContaining('npm run domain-hash')])
    nameThem()
    expect(checkDomainHash(base)).toEqual([])
  },
)

it('does not mind tests, fixtures and what only tests use', () => {
  write('shared/src/domain/bill.test.ts', 'export {}')
  write('shared/src/domain/testing/house.ts', 'export {}')
  expect(checkDomainHash(base)).toEqual([])
})
