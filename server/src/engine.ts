// What the server stands on: a log, who may sign in, and the reader of reports. Ports only; compose.ts says which.
import type { Access } from '@comanda/db/access'
import type { Log } from '@comanda/db/log'
import type { Reports } from '@comanda/db/reports'
import type { LogId, RestaurantId } from '@comanda/shared/model/ids'

export type Engine = {
  readonly log: Log
  readonly access: Access
  /** Absent where nothing but orders is needed. */
  readonly reports?: Reports
  readonly close: () => Promise<void>
}

export type Anchor = { restaurantId: RestaurantId; seq: number; hash: string }

export type Keeping = {
  readonly backUp: (target: string) => Promise<readonly { restaurantId: RestaurantId; seq: number }[]>
  readonly restore: (backup: string) => readonly { restaurantId: RestaurantId; logId: LogId; head: number }[]
  readonly verify: (anchor?: Anchor) => {
    readonly logs: readonly { restaurantId: RestaurantId; head: number; chainHead: string }[]
    readonly findings: readonly { restaurantId?: RestaurantId; table: string; row: string; says: string }[]
  }
  /** Brings the reports' facts up to the log. */
  readonly project: () => void
  readonly rebuild: () => readonly { table: string; rows: number; same: boolean }[]
}
