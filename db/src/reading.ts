// Stored rows as events again: upcast while still sealed, then opened, so that a text is found in today's shape.
import type { Recorded } from '@comanda/shared/domain/events'
import type { StoredEvent, Upcast } from '@comanda/shared/domain/upcast'
import type { EventCells } from './chain.ts'
import type { Answer } from './log.ts'
import { openEvent, type TextRow } from './sealing.ts'

export const readSealed = (row: EventCells, { upcast }: Pick<Upcast, 'upcast'>): Recorded => ({
  seq: row.seq,
  at: row.at,
  businessDate: row.businessDate,
  event: upcast(row.type, row.version, JSON.parse(row.body) as StoredEvent),
})

export const readOpened = (row: EventCells, texts: readonly TextRow[], versions: Pick<Upcast, 'upcast'>): Recorded => {
  const sealed = readSealed(row, versions)
  return { ...sealed, event: openEvent(sealed.event, texts) }
}

export const readStoredAnswer = (text: string): Answer => JSON.parse(text) as Answer
