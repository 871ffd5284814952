// One file, opened once by the process that writes it: the log and who may sign in share its connection and its fail-stop.
import { existsSync } from 'node:fs'
import type { Upcast } from '@comanda/shared/domain/upcast'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Database } from 'better-sqlite3'
import type { Access } from '../access.ts'
import { type Log, LogOutcomeUnknown } from '../log.ts'
import { createSqliteAccess } from './access.ts'
import { refusalToWrite } from './files.ts'
import { createSqliteLog, type Hints } from './log.ts'
import { type OpenOptions, openDatabase } from './open.ts'
import { createWriting } from './writing.ts'

export type SqliteStoreOptions = OpenOptions & {
  random: RandomBytes
  upcast: Upcast
  filedTogether?: number
  /** Other connections of this process to the file are let go of here: they know it as read-only too. */
  beforeReconnect?: () => Promise<void>
}

/** Closing the log closes the file. */
export type SqliteStore = { readonly database: Database; readonly log: Log; readonly access: Access }

export const openSqliteStore = (options: SqliteStoreOptions): SqliteStore => {
  const { random, upcast, filedTogether, beforeReconnect = async () => {}, ...open } = options
  const filing = filedTogether === undefined ? {} : { filedTogether }
  const hints: Hints = new Set()
  /** The connection of now was opened where nothing could be written. */
  let bornReadonly = false
  const connect = (): SqliteStore => {
    bornReadonly = existsSync(open.file) && refusalToWrite(open.file) !== undefined
    const database = openDatabase(open)
    const writing = createWriting(database, reconnectWhenWritable)
    const log = createSqliteLog({ database, writing, random, upcast, hints, ...filing })
    return { database, log, access: createSqliteAccess({ database, writing }) }
  }
  let lost: LogOutcomeUnknown | undefined
  let planned = false

  /** Such a one stays read-only for ever: once the disk takes writes, it gets a successor. */
  function reconnectWhenWritable(): void {
    if (planned || !bornReadonly || refusalToWrite(open.file) !== undefined) return
    planned = true
    // Later, because a verb is still under way on the old one; every verb ends in one turn.
    void beforeReconnect().then(reconnect, reconnect)
  }

  function reconnect(): void {
    planned = false
    if (!current.database.open) return
    // First, because connections of one process share what they know of the file, also that it is read-only.
    current.database.close()
    try {
      current = connect()
    } catch (cause) {
      lost = new LogOutcomeUnknown(cause)
    }
  }

  let current = connect()
  const verbOf = (verbs: Log | Access, name: string | symbol): unknown => {
    if (lost !== undefined && name !== 'close') throw lost
    return Reflect.get(verbs, name)
  }
  return {
    get database() {
      return current.database
    },
    log: new Proxy(current.log, { get: (_, name) => verbOf(current.log, name) }),
    access: new Proxy(current.access, { get: (_, name) => verbOf(current.access, name) }),
  }
}
