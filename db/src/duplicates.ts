// Entries of one batch that say the same thing twice: the later one is the duplicate, before any adapter looks at its rows.
import type { CommandId } from '@comanda/shared/model/ids'
import type { Entry } from './log.ts'

export const duplicatesWithin = (batch: readonly Pick<Entry, 'origin'>[]): readonly CommandId[] => {
  if (batch.length < 2) return []
  const seen = new Set<string>()
  const duplicates: CommandId[] = []
  for (const { origin } of batch) {
    const keys: string[] = []
    if (origin.again !== true) keys.push(origin.commandId)
    if (origin.client !== undefined) keys.push(`${origin.client.clientId} ${origin.client.cseq}`)
    if (keys.some((key) => seen.has(key))) duplicates.push(origin.commandId)
    for (const key of keys) seen.add(key)
  }
  return duplicates
}
