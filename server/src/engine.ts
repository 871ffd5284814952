// What the server stands on: a log, who may sign in, and the reader of reports. Ports only; compose.ts says which.
import type { Access } from '@comanda/db/access'
import type { Log } from '@comanda/db/log'

export type Engine = {
  readonly log: Log
  readonly access: Access
  readonly close: () => Promise<void>
}
