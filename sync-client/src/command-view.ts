// A command of this device as screens read it.
import type { CommandView } from './client-types.ts'
import { type Entry, stateOf } from './outbox-entry.ts'
import type { Guess } from './pending-view.ts'

export function viewOf(entry: Entry, guess?: Guess): CommandView {
  const { id, type, args, writtenAt, author } = entry.written
  const refused = entry.fate.kind === 'refused' ? entry.fate : undefined
  return {
    id,
    type,
    args,
    writtenAt,
    state: stateOf(entry),
    ...(author === undefined ? {} : { author }),
    ...(refused === undefined ? {} : { code: refused.code }),
    ...(refused?.details === undefined ? {} : { details: refused.details }),
    ...(guess === undefined ? {} : { guess }),
  }
}
