// An outcome as the device hears it.
import { assertNever } from '@comanda/shared/domain/decision'
import { error } from '@comanda/shared/domain/errors'
import type { Outcome } from '../restaurant/waiting.ts'

export function resOf(cseq: number, outcome: Outcome): unknown {
  switch (outcome.kind) {
    case 'answered':
      return { t: 'res', cseq, ...outcome.answer }
    case 'forked':
      return { t: 'res', cseq, ok: false, ...error('forked') }
    case 'gap':
      return { t: 'res', cseq, ok: false, ...error('gap', { lastCseq: outcome.lastCseq }) }
    default:
      return assertNever(outcome)
  }
}
