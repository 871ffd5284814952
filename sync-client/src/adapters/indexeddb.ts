// The browser's storage for one device and room: the outbox and the last known state in one database.
// Outbox writes ask for strict durability, which is not the browsers' default: resolved means flushed.
// A connection that the browser took away (a tablet that slept) is opened again.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import {
  byCseq,
  type OutboxChange,
  type OutboxHead,
  type OutboxStore,
  refuseForeignWrite,
  type StoredCommand,
} from '../outbox-store.ts'
import type { ReplicaStore, StoredReplica } from '../replica-store.ts'

interface DeviceSchema extends DBSchema {
  head: { key: 'head'; value: OutboxHead }
  commands: { key: string; value: StoredCommand }
  replica: { key: 'replica'; value: StoredReplica }
}

type Database = IDBPDatabase<DeviceSchema>

export type DeviceStorage = { outbox: OutboxStore; replica: ReplicaStore }

/** The names under which browsers say that a connection is gone. */
const lostNames = new Set(['InvalidStateError', 'UnknownError'])
const isLost = (error: unknown): boolean => error instanceof Error && lostNames.has(error.name)

async function writeChange(database: Database, change: OutboxChange): Promise<void> {
  const transaction = database.transaction(['head', 'commands'], 'readwrite', { durability: 'strict' })
  const requests: Promise<unknown>[] = [transaction.done]
  const alsoWaitFor = (request: Promise<unknown>) => {
    // all fail together; the first to do so is told, the others must not go unheard
    request.catch(() => {})
    requests.push(request)
  }
  transaction.done.catch(() => {})
  try {
    const heads = transaction.objectStore('head')
    const stored = await heads.get('head')
    refuseForeignWrite(stored?.revision ?? 0, change.head.revision)
    const commands = transaction.objectStore('commands')
    alsoWaitFor(heads.put(change.head, 'head'))
    for (const id of change.remove) alsoWaitFor(commands.delete(id))
    for (const command of change.put) alsoWaitFor(commands.put(command, command.written.id))
    await Promise.all(requests)
  } catch (error) {
    // a transaction that is not aborted commits the half that went well
    if (!(await hasEnded(transaction.done))) transaction.abort()
    throw error
  }
}

const hasEnded = (finished: Promise<void>): Promise<boolean> =>
  Promise.race([
    finished.then(
      () => true,
      () => true,
    ),
    Promise.resolve(false),
  ])

async function readOutbox(database: Database) {
  const transaction = database.transaction(['head', 'commands'], 'readonly')
  const head = await transaction.objectStore('head').get('head')
  const commands = await transaction.objectStore('commands').getAll()
  return head === undefined ? undefined : { head, commands: commands.sort(byCseq) }
}

export function deviceStorage(name: string): DeviceStorage {
  let opened: Promise<Database> | undefined

  const forget = () => {
    opened = undefined
  }

  function open(): Promise<Database> {
    opened ??= openDB<DeviceSchema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('head')
        database.createObjectStore('commands')
        database.createObjectStore('replica')
      },
      // a newer program in another tab needs a newer shape: let it have the database
      blocking: (_from, _to, event) => {
        forget()
        ;(event.target as IDBDatabase).close()
      },
      terminated: forget,
    })
    opened.catch(forget)
    return opened
  }

  async function using<Value>(work: (database: Database) => Promise<Value>): Promise<Value> {
    const database = await open()
    try {
      return await work(database)
    } catch (error) {
      if (!isLost(error)) throw error
      forget()
      return work(await open())
    }
  }

  return {
    outbox: {
      load: () => using(readOutbox),
      write: (change) => using((database) => writeChange(database, change)),
      async close() {
        const closing = opened
        forget()
        ;(await closing)?.close()
      },
    },
    replica: {
      load: () => using((database) => database.get('replica', 'replica')),
      async save(replica) {
        await using((database) => database.put('replica', replica, 'replica'))
      },
      forget: () => using((database) => database.delete('replica', 'replica')),
    },
  }
}

/** Asks the browser not to clear this storage when space is short. false: it may. */
export async function keepStorage(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false
}
