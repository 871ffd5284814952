// What a person must know of this device: its connection, and its commands that are under way or want eyes.
import type { Status } from './client-types.ts'
import type { FreshnessStatus } from './freshness-watch.ts'
import type { Outbox } from './outbox.ts'

export function deviceStatus(fresh: FreshnessStatus, outbox: Outbox, complaint: string | undefined): Status {
  let unsent = 0
  let needsEyes = 0
  for (const { fate } of outbox.entries()) {
    if (fate.kind === 'waiting') unsent += 1
    else needsEyes += 1
  }
  return {
    ...fresh,
    unsent,
    needsEyes,
    ...(outbox.fault === undefined ? {} : { storageFault: String(outbox.fault) }),
    ...(complaint === undefined ? {} : { complaint }),
  }
}
