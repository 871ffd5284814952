// What Send says of itself: where the dishes go, in the fewest words (mockup: "2 to Bar now, 2 held").
import type { State } from '@comanda/shared/domain/state'
import type { LocalText } from '@comanda/shared/model/text'
import type { Texts } from '../texts/texts.ts'
import type { Draft } from './draft.ts'
import type { DraftSlip } from './draft-slip.ts'

type Words = { texts: Texts['draft']; pick(text: LocalText): string; clock(at: number): string }

const mostStations = 2

function firingWords(state: State, slip: DraftSlip, { texts, pick }: Words): string[] {
  const dishes = slip.rows
    .filter(({ fate }) => fate === 'fires')
    .reduce((sum, { entry }) => sum + entry.line.quantity, 0)
  if (dishes === 0) return []
  if (slip.fires.length > mostStations) return [texts.now(dishes)]
  return slip.fires.map(({ stationId, dishes: count }) => {
    const station = state.catalog.stations[stationId]
    return station === undefined ? texts.now(count) : texts.nowTo(count, pick(station.name))
  })
}

export function sendDetail(state: State, draft: Draft, slip: DraftSlip, words: Words): string {
  const { texts, clock } = words
  if (draft.recordOnly === true) return texts.recorded
  const promised = draft.target.kind === 'new' ? draft.target.opening.promisedAt : undefined
  const skipped = slip.rows
    .filter(({ fate }) => fate === 'not-taken')
    .reduce((sum, { entry }) => sum + entry.line.quantity, 0)
  const said = [
    ...firingWords(state, slip, words),
    ...(slip.held > 0 ? [promised === undefined ? texts.held(slip.held) : texts.firesAt(clock(promised))] : []),
    ...(skipped > 0 ? [texts.skipped(skipped)] : []),
  ]
  return said.length === 0 && slip.taken > 0 ? texts.noTicket : said.join(', ')
}
