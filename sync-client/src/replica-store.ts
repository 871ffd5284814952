// Where a device may keep what it last knew, so that it opens with the server down. Only ever a head start:
// what is missing, of another log or of other rules is simply asked for again.

import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { LogId } from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'

export type StoredReplica = {
  logId: LogId
  room: ReplicaRoom
  /** The rules that wrote the body. */
  domain: string
  seq: number
  businessDate: BusinessDate
  /** The state as the domain writes it. */
  body: string
}

export type ReplicaStore = {
  load(): Promise<StoredReplica | undefined>
  save(replica: StoredReplica): Promise<void>
  forget(): Promise<void>
}
