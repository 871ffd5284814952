// How a command is given from a kitchen's screen: at once, and what the server refuses is said in words.
import type { AppSession } from '@comanda/app-shell/session'
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { SendOptions } from '@comanda/sync-client/client-types'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'
import { tellRefused } from './tell-refused.ts'

export type Send = <Type extends DeviceCommandType>(
  type: Type,
  args: CommandOf<Type>['args'],
  options?: SendOptions,
) => void

export type Sending = {
  readonly send: Send
  /** While a command given here changes what is shown here: no news to whoever gave it. */
  readonly isOwn: () => boolean
}

export const sendFrom = (session: AppSession): Sending => {
  const refused = tellRefused(session)
  let giving = 0
  return {
    isOwn: () => giving > 0,
    send: (type, args, options) => {
      giving++
      // given from within an effect, what it changes is told right after that effect, and before anything else happens
      queueMicrotask(() => {
        giving--
      })
      const sent = session.send(type, args, options)
      void sent.settled.then((outcome) => refused(sent.id, outcome))
    },
  }
}
