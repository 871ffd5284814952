// Commands of this device that came back: what was asked, why not, what was kept, what to do now. They stay until a person
// has read them. Rounds that came back lie in their draft again, and are told there.
import { type ErrorCode, isErrorCode } from '@comanda/shared/domain/errors'
import { textOf } from '@comanda/shared/i18n/texts'
import type { CommandId, OrderId } from '@comanda/shared/model/ids'
import type { Language } from '@comanda/shared/model/text'
import type { CommandView } from '@comanda/sync-client/client-types'

export type Refusal = {
  readonly id: CommandId
  readonly type: string
  readonly kind: 'refused' | 'missing'
  readonly code?: ErrorCode
  readonly message: string
  readonly kept: string
  readonly next: string
  readonly orderId?: OrderId
  /** The action that somebody else may agree to. */
  readonly action?: string
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => Object(value) as Record<string, unknown>

function refusalOf(view: CommandView, language: Language): Refusal {
  const code = isErrorCode(view.code) ? view.code : 'internal'
  const details = fieldsOf(view.details)
  const { message, kept, next } = textOf(code, language, details)
  const { orderId } = fieldsOf(view.args)
  return {
    id: view.id,
    type: view.type,
    kind: view.state === 'missing' ? 'missing' : 'refused',
    code,
    message,
    kept,
    next,
    ...(typeof orderId === 'string' ? { orderId: orderId as OrderId } : {}),
    ...(code === 'needs-approval' ? { action: String(details.action ?? view.type) } : {}),
  }
}

export const refusals = (commands: readonly CommandView[], language: Language): Refusal[] =>
  commands
    .filter(({ state, type }) => state === 'missing' || (state === 'refused' && type !== 'round.send'))
    .map((view) => refusalOf(view, language))
