import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appliedMigrations, FileRefused, type Migration, parseMigration, readMigrations } from './migrations.ts'
import { openDatabase, openReader } from './open.ts'

let directory: string
let file: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'comanda-migrations-'))
  file = join(directory, 'comanda.sqlite')
})
afterEach(() => rmSync(directory, { recursive: true }))

const step = (number: number, sql: string, name = 'step'): Migration =>
  parseMigration(`${String(number).padStart(4, '0')}-${name}.sql`, sql)
const one = step(1, 'CREATE TABLE heads (a INTEGER) STRICT')
const two = step(2, 'CREATE TABLE twos (a INTEGER) STRICT')
const three = step(3, 'CREATE TABLE threes (a INTEGER) STRICT')

const openWith = (migrations: readonly Migration[]) => openDatabase({ file, migrations })
const numbersIn = (migrations: readonly Migration[]) => {
  const database = openWith(migrations)
  const numbers = appliedMigrations(database).map(({ number }) => number)
  database.close()
  return numbers
}
const refusal = (migrations: readonly Migration[]): string | undefined => {
  try {
    openWith(migrations).close()
    return undefined
  } catch (error) {
    return error instanceof FileRefused ? error.reason : String(error)
  }
}

describe('migrations', () => {
  test("[P-12] the program's own are numbered without repeats and apply to a new file", () => {
    const own = readMigrations()
    expect(own.length).toBeGreaterThan(0)
    expect(new Set(own.map(({ number }) => number)).size).toBe(own.length)
    expect(numbersIn(own)).toEqual(own.map(({ number }) => number))
    expect(numbersIn(own)).toEqual(own.map(({ number }) => number))
  })

  test('[P-12] an older file gets what it lacks, once', () => {
    expect(numbersIn([one])).toEqual([1])
    expect(numbersIn([one, two, three])).toEqual([1, 2, 3])
    expect(numbersIn([one, two, three])).toEqual([1, 2, 3])
  })

  test('[P-12] a file that a newer program changed is refused by name, and nothing is written to it', () => {
    numbersIn([one, two])
    const before = statSync(file).mtimeMs
    expect(() => openWith([one])).toThrow(/newer program \(0002-step\)/)
    expect(refusal([one, three])).toBe('newer')
    expect(() => openReader({ file, migrations: [one] })).toThrow(FileRefused)
    expect(statSync(file).mtimeMs).toBe(before)
    expect(numbersIn([one, two])).toEqual([1, 2])
  })

  test('[P-12] a migration applied in another wording is refused', () => {
    numbersIn([one, two])
    expect(refusal([step(1, 'CREATE TABLE heads (a TEXT) STRICT'), two])).toBe('altered')
  })

  test("[P-12] another program's file is refused, and so is what is no database", () => {
    const foreign = new BetterSqlite3(file)
    foreign.exec('CREATE TABLE theirs (a)')
    foreign.close()
    expect(refusal([one])).toBe('foreign')
    writeFileSync(file, 'a shopping list, long enough to be read as a header of some sort')
    expect(refusal([one])).toBe('unusable')
  })

  test('[P-12] a migration that fails leaves the file at the step before', () => {
    const broken = step(2, 'CREATE TABLE twos (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1)')
    expect(refusal([one, broken])).toMatch(/no such table/)
    expect(numbersIn([one])).toEqual([1])
    expect(numbersIn([one, two])).toEqual([1, 2])
  })

  test('[P-12] a file is named NNNN-name.sql or it is no migration', () => {
    expect(() => parseMigration('1-log.sql', '')).toThrow(/NNNN-name/)
  })
})
