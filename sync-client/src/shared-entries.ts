// What other tabs of a device are told of its outbox.
import type { Outbox } from './outbox.ts'
import { type Entry, toStored } from './outbox-entry.ts'
import type { SharedEntry } from './tabs.ts'

const share = (entry: Entry): SharedEntry => ({ ...toStored(entry), saved: entry.saved, sent: entry.sent })

export function shareEntries(outbox: Outbox): SharedEntry[] {
  const answered = outbox.pending().filter(({ fate }) => fate.kind === 'done')
  return [...answered, ...outbox.entries()].map(share)
}
