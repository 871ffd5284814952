// Several tabs, one device: one of them leads, with the only socket and the only hand on the outbox; the others follow
// through it. What they say to each other, and what they need of the browser for it.
import type { CommandId, TableId } from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'
import type { Cancel, Millis } from '@comanda/shared/ports/time'
import type { Approvals, Ev, Presence } from '@comanda/shared/protocol/down'
import type { Status } from './client-types.ts'
import type { Outcome } from './outbox-entry.ts'
import type { StoredCommand, Written } from './outbox-store.ts'

export type TabPorts = {
  /** Calls `lead` once no other tab leads, and until it is cancelled no other will. */
  whenAlone(name: string, lead: () => void): Cancel
  channel(name: string): TabChannel
}

/** Everything posted reaches every other tab of the same name, in order, or nobody. */
export type TabChannel = {
  post(message: TabMessage): void
  listen(hear: (message: TabMessage) => void): void
  close(): void
}

export type SharedBase = { seq: number; body: string; businessDate: BusinessDate }

export type SharedEntry = StoredCommand & { saved: boolean; sent: boolean }

export type FromFollower =
  | { to: 'leader'; kind: 'join' }
  | { to: 'leader'; kind: 'give'; written: Written }
  | { to: 'leader'; kind: 'again'; id: CommandId; args?: Written['args'] }
  | { to: 'leader'; kind: 'amend'; id: CommandId; args: Written['args'] }
  | { to: 'leader'; kind: 'dismiss'; id: CommandId }
  | { to: 'leader'; kind: 'painted'; seq: number }
  | { to: 'leader'; kind: 'here'; here: { tableId?: TableId; draftLines?: number } }
  | { to: 'leader'; kind: 'nudge' }
  | { to: 'leader'; kind: 'reconnect' }

export type FromLeader =
  /** A new leader, or a new base: everybody asks for the whole again, and for what is not yet answered. */
  | { to: 'followers'; kind: 'leading' }
  | { to: 'followers'; kind: 'whole'; base?: SharedBase; kept: readonly StoredCommand[] }
  | { to: 'followers'; kind: 'events'; events: Ev }
  | {
      to: 'followers'
      kind: 'news'
      status: Status
      now?: Millis
      entries: readonly SharedEntry[]
      presence: Presence['people']
      approvals: Approvals['open']
    }
  | { to: 'followers'; kind: 'outcome'; id: CommandId; outcome: Outcome }

export type TabMessage = FromFollower | FromLeader
