// A command that the server refused is said in words, once, and then let go: a cook has no list of cards to work through.
import type { AppSession } from '@comanda/app-shell/session'
import { isErrorCode } from '@comanda/shared/domain/errors'
import type { CommandId } from '@comanda/shared/model/ids'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import { toast } from '@comanda/ui-kit/toasts'

export type Refused = (id: CommandId, outcome: Outcome) => void

export const tellRefused =
  (session: AppSession): Refused =>
  (id, outcome) => {
    if (outcome.kind !== 'refused') return
    session.client.dismiss(id)
    const { code, details } = outcome
    void import('@comanda/shared/i18n/texts').then(({ textOf }) => {
      const fields = typeof details === 'object' && details !== null ? { ...details } : undefined
      const text = isErrorCode(code) ? textOf(code, session.language.peek(), fields).message : code
      toast(text, { tone: 'warn', stays: 6 })
    })
  }
