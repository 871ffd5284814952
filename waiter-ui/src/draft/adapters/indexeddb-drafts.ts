// Drafts in the browser's own database: one small write a tap, which survives the page and the browser's process.
import type { CommandId } from '@comanda/shared/model/ids'
import type { DraftShelf } from '../draft-shelf.ts'
import { readRecords } from '../read-records.ts'

const storeName = 'drafts'

const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function open(name: string, forget: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(storeName)
  }
  return answer(request).then((database) => {
    database.onclose = forget
    database.onversionchange = () => {
      forget()
      database.close()
    }
    return database
  })
}

export function indexedDbDrafts(name: string): DraftShelf {
  let opened: Promise<IDBDatabase> | undefined
  const forget = () => {
    opened = undefined
  }
  const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
    opened ??= open(name, forget)
    opened.catch(forget)
    return (await opened).transaction(storeName, mode).objectStore(storeName)
  }
  /** A connection that the browser took away is opened again, once. */
  const using = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
    try {
      return await store(mode)
    } catch {
      forget()
      return store(mode)
    }
  }
  return {
    load: async () => readRecords(await answer<unknown[]>((await using('readonly')).getAll())),
    put: async (record) => void (await answer((await using('readwrite')).put(record, record.draft.id))),
    remove: async (id: CommandId) => void (await answer((await using('readwrite')).delete(id))),
  }
}
