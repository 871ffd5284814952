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

export const sendFrom = (session: AppSession): Send => {
  const refused = tellRefused(session)
  return (type, args, options) => {
    const sent = session.send(type, args, options)
    void sent.settled.then((outcome) => refused(sent.id, outcome))
  }
}
