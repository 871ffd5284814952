// Writes numbered rows into SQLite, each in a transaction of its own, and acknowledges each after its commit.
// ROWS "0" waits for lines on its input instead: each line is one row.
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'

const { FILE = '', SYNCHRONOUS = 'FULL', ROWS = '0', CHECKPOINT_PAGES = '1000' } = process.env

const database = new Database(FILE)
database.pragma('journal_mode = WAL')
database.exec('CREATE TABLE IF NOT EXISTS rows (number INTEGER PRIMARY KEY, filling TEXT NOT NULL) STRICT')
// The library lowers the setting once a table exists, so it is set after the first statement.
database.pragma(`synchronous = ${SYNCHRONOUS}`)
database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)

const insert = database.prepare('INSERT INTO rows (number, filling) VALUES (?, ?)')
const last = database.prepare('SELECT coalesce(max(number), 0) FROM rows').pluck()
let next = Number(last.get()) + 1

function writeRow(): void {
  const number = next
  try {
    insert.run(number, 'x'.repeat(200 + (number % 7) * 100))
    next += 1
    writeSync(1, `row ${number}\n`)
  } catch (error) {
    writeSync(1, `refused ${number} ${error instanceof Database.SqliteError ? error.code : error}\n`)
  }
}

writeSync(1, 'ready\n')
for (let count = 0; count < Number(ROWS); count++) writeRow()
if (ROWS === '0') createInterface({ input: process.stdin }).on('line', writeRow)
