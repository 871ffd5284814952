// Keeps the last known state for the next client of the same program: tests, mostly.
import type { ReplicaStore, StoredReplica } from '../replica-store.ts'

export function memoryReplica(): ReplicaStore {
  let kept: StoredReplica | undefined
  return {
    load: async () => kept,
    save: async (replica) => {
      kept = replica
    },
    forget: async () => {
      kept = undefined
    },
  }
}
