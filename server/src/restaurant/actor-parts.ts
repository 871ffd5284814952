// What an actor is made of: everything it touches in the world.
import type { Log } from '@comanda/db/log'
import type { State } from '@comanda/shared/domain/state'
import type { RestaurantId } from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'
import type { Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { DayOf, UseApproval } from './prepare.ts'
import type { Waiting } from './waiting.ts'

export type ActorWatch = {
  readonly committed: (commands: number, events: number, took: Millis) => void
  readonly unavailable: (cause: unknown) => void
  readonly bug: (waiting: Waiting, cause: unknown) => void
}

export type ActorParts = {
  readonly restaurantId: RestaurantId
  readonly log: Log
  readonly clock: Clock
  readonly timers: Timers
  /** Runs a little later, after everything that is ready to be read has been read. */
  readonly soon: (run: () => void) => void
  /** Other programs write the same log. */
  readonly shared: boolean
  readonly businessDate: (state: State, now: Millis) => BusinessDate
  readonly useApproval: UseApproval
  readonly dayOf: DayOf
  /** The program must end now: no answer, sockets closed, the supervisor starts the next. */
  readonly failStop: (cause: unknown) => void
  readonly watch: ActorWatch
}
