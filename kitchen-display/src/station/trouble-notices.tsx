// Over the rail, because it cannot wait: a neighbour that does not answer, with one press to take its tickets here, and
// printers that do not print.
import { printersInTrouble } from '@comanda/shared/domain/printer-troubles'
import type { StationId } from '@comanda/shared/model/ids'
import { Banner } from '@comanda/ui-kit/components/banner'
import { Button } from '@comanda/ui-kit/components/button'
import { useComputed } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { Acts } from './acts.ts'
import type { Station } from './station.ts'
import { silentStations } from './troubles.ts'

export type TroubleProps = {
  readonly station: Pick<Station, 'session' | 'words'>
  /** Whose tickets this screen shows; the pass shows everybody's and takes none. */
  readonly own: readonly StationId[]
  readonly acts?: Pick<Acts, 'send'>
}

export function TroubleNotices({ station, own, acts }: TroubleProps) {
  const { session } = station
  const words = station.words.value
  const silent = useComputed(() => {
    const state = session.signals.state.value
    return state === undefined ? [] : silentStations(state, own)
  })
  const printers = useComputed(() => {
    const state = session.signals.state.value
    return state === undefined ? [] : printersInTrouble(state)
  })
  const nameOf = (id: StationId): string => {
    const name = session.signals.state.peek()?.catalog.stations[id]?.name
    return name === undefined ? id : session.pick(name)
  }
  const [here] = own
  // Put aside until another ticket joins them: what is being cooked lies under it.
  const [aside, setAside] = useState('')
  const tickets = silent.value.flatMap(({ ticketIds }) => ticketIds)
  const all = tickets.join(' ')
  const takeHere = (to: StationId) => () => {
    for (const ticketId of tickets) acts?.send('ticket.claim', { ticketId, stationId: to })
  }
  return (
    <>
      {tickets.length > 0 && aside !== all && (
        <Banner
          tone="late"
          glyph="warn"
          urgent
          title={words.silent(silent.value.map(({ stationId }) => nameOf(stationId)).join(', '), tickets.length)}
          actions={
            <>
              {acts && here && <Button label={words.takeHere} size="l" onPress={takeHere(here)} />}
              <Button label={words.later} size="l" onPress={() => setAside(all)} />
            </>
          }
        />
      )}
      {printers.value.map(({ name, problem, since, waiting }) => (
        <Banner key={name} tone="warn" glyph="printer" title={`${name}: ${words.printerProblems[problem]}`}>
          {words.printerSince(session.clock(since), waiting)}
        </Banner>
      ))}
    </>
  )
}
