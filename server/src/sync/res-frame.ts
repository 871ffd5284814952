// An outcome as the device hears it.
import { assertNever } from '@comanda/shared/domain/decision'
import { error } from '@comanda/shared/domain/errors'
import type { CommandId } from '@comanda/shared/model/ids'
import type { Outcome } from '../restaurant/waiting.ts'

/** `id` where the command came by another socket than this one. */
export function resOf(cseq: number, outcome: Outcome, id?: CommandId): unknown {
  switch (outcome.kind) {
    case 'answered':
      return { t: 'res', cseq, ...(id === undefined ? {} : { id }), ...outcome.answer }
    case 'forked':
      return { t: 'res', cseq, ok: false, ...error('forked') }
    case 'gap':
      return { t: 'res', cseq, ok: false, ...error('gap', { lastCseq: outcome.lastCseq }) }
    default:
      return assertNever(outcome)
  }
}
