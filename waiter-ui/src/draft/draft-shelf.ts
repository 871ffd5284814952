// Where drafts lie on the device. A record stays until its answer is known and taken in, so that a crash at any moment
// leaves either the draft or its command, and never neither.
import type { CommandId } from '@comanda/shared/model/ids'
import type { Draft } from './draft.ts'

export type DraftRecord = { readonly draft: Draft }

export type DraftShelf = {
  load(): Promise<DraftRecord[]>
  put(record: DraftRecord): Promise<void>
  remove(id: CommandId): Promise<void>
}
