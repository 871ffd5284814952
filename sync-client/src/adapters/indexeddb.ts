// The browser's storage for one device and room: the outbox and the last known state in one database.
// Outbox writes ask for strict durability, which is not the browsers' default: resolved means flushed.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { byCseq, type OutboxHead, type OutboxStore, refuseForeignWrite, type StoredCommand } from '../outbox-store.ts'
import type { ReplicaStore, StoredReplica } from '../replica-store.ts'

interface DeviceSchema extends DBSchema {
  head: { key: 'head'; value: OutboxHead }
  commands: { key: string; value: StoredCommand }
  replica: { key: 'replica'; value: StoredReplica }
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>

export const openDeviceDatabase = (name: string): Promise<DeviceDatabase> =>
  openDB<DeviceSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('head')
      database.createObjectStore('commands')
      database.createObjectStore('replica')
    },
  })

const hasEnded = (finished: Promise<void>): Promise<boolean> =>
  Promise.race([
    finished.then(
      () => true,
      () => true,
    ),
    Promise.resolve(false),
  ])

export function indexedDbOutbox(database: DeviceDatabase): OutboxStore {
  return {
    async load() {
      const transaction = database.transaction(['head', 'commands'], 'readonly')
      const head = await transaction.objectStore('head').get('head')
      const commands = await transaction.objectStore('commands').getAll()
      return head === undefined ? undefined : { head, commands: commands.sort(byCseq) }
    },
    async write(change) {
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
    },
    async close() {
      database.close()
    },
  }
}

export function indexedDbReplica(database: DeviceDatabase): ReplicaStore {
  return {
    load: () => database.get('replica', 'replica'),
    async save(replica) {
      await database.put('replica', replica, 'replica')
    },
    forget: () => database.delete('replica', 'replica'),
  }
}
