// An orders file whose every commit is on the disk before it is answered: WAL with synchronous=FULL.
import Database from 'better-sqlite3'

const full = 2

export function openDurableFile(file: string): Database.Database {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.exec('CREATE TABLE IF NOT EXISTS orders (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT')
  // The library's build lowers the setting when WAL's first table is made, so it is set after that and read back.
  database.pragma('synchronous = FULL')
  database.prepare('SELECT count(*) FROM orders WHERE id = 0').get()
  if (database.pragma('synchronous', { simple: true }) !== full) throw new Error('synchronous is not FULL')
  return database
}
