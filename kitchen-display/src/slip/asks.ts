// What became of the last question about a line: open, or answered with no. After a yes it has another dish on it.
import type { State } from '@comanda/shared/domain/state'
import type { LineId } from '@comanda/shared/model/ids'

export type AskStanding = 'open' | 'refused'

export const askOf = (state: State, lineId: LineId): AskStanding | undefined => {
  let found: AskStanding | undefined
  let at = 0
  for (const ask of state.asks.values()) {
    if (ask.lineId !== lineId || ask.at < at) continue
    at = ask.at
    found = ask.answer === undefined ? 'open' : ask.answer.accepted ? undefined : 'refused'
  }
  return found
}
