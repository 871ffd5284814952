// The last known state of a Node program in a file, replaced whole. Not flushed: losing it costs a snapshot.
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import type { ReplicaStore, StoredReplica } from '../replica-store.ts'

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'

export const fileReplica = (path: string): ReplicaStore => ({
  async load() {
    try {
      return JSON.parse(await readFile(path, 'utf8')) as StoredReplica
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  },
  async save(replica) {
    await writeFile(`${path}.new`, JSON.stringify(replica))
    await rename(`${path}.new`, path)
  },
  forget: () => rm(path, { force: true }),
})
