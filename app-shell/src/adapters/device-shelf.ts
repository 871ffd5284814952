// What this browser keeps for its screens beside their outboxes. localStorage is written to the disk seconds later; a
// tablet whose battery ends must know who it is, so this is IndexedDB, and what is saved is flushed.

export type DeviceShelf = { load(name: string): Promise<unknown>; save(name: string, value: unknown): Promise<void> }

const storeName = 'kept'

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('comanda device', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** One connection for each use: there are few, and none stands in the way of a newer program. */
async function using<Value>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => { readonly result: Value },
): Promise<Value> {
  const database = await opened()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(storeName))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

export const deviceShelf = (): DeviceShelf => ({
  load: (name) => using<unknown>('readonly', (store) => store.get(name)),
  async save(name, value) {
    await using<unknown>('readwrite', (store) => (value === undefined ? store.delete(name) : store.put(value, name)))
  },
})
