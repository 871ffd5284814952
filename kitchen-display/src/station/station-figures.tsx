// What the bar of a station's screen counts: how much is open, how old, how late, which page.
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import { paceAt } from '../slip/pace.ts'
import type { Station } from './station.ts'

export const stationNames = (station: Station): string => {
  const { session, setup } = station
  const known = session.signals.state.value?.catalog.stations
  return setup.value.stationIds
    .flatMap((id) => {
      const name = known?.[id]?.name
      return name === undefined ? [] : [session.pick(name)]
    })
    .join(' + ')
}

export function StationFigures({ station }: { station: Station }) {
  const words = station.words.value
  const { queue, session } = station
  const late = useComputed(() => countAt(station, 'late'))
  const soon = useComputed(() => countAt(station, 'warn'))
  const oldest = useComputed(() => {
    const first = queue.value.reduce((least, { ticket }) => Math.min(least, ticket.firedAt), Number.POSITIVE_INFINITY)
    return ageText(session.now.value - first)
  })
  const { link } = session.signals.status.value
  const isPeak = session.signals.state.value?.peak === true
  return (
    <>
      <span class="figure">
        <b>{queue.value.length}</b> {words.open}
      </span>
      <span class="tags">
        {late.value > 0 && <span class="tag late">{words.late(late.value)}</span>}
        {soon.value > 0 && <span class="tag warn">{words.soon(soon.value)}</span>}
        <Switched station={station} />
        {isPeak && <span class="tag peak">{words.peak}</span>}
        {link !== 'live' && (
          <span class="tag link" role="status">
            {words.offline}
          </span>
        )}
      </span>
      {queue.value.length > 0 && (
        <span class="figure">
          <b>{oldest}</b> {words.oldest}
        </span>
      )}
    </>
  )
}

/** Its work goes elsewhere in a quiet hour: an empty rail must not look like a quiet kitchen (KDS-8). */
function Switched({ station }: { station: Station }) {
  const { session, setup, words } = station
  const state = session.signals.state.value
  return (
    <>
      {setup.value.stationIds.map((id) => {
        const to = state?.switches[id]
        const name = to && state?.catalog.stations[to]?.name
        return (
          name && (
            <span key={id} class="tag switched">
              <Icon name="move" /> {words.value.goesTo(session.pick(name))}
            </span>
          )
        )
      })}
    </>
  )
}

const countAt = (station: Station, pace: 'late' | 'warn'): number => {
  const now = station.session.now.value
  return station.queue.value.filter(({ ticket, lateAt }) => paceAt(ticket.firedAt, lateAt, now) === pace).length
}

export function PageTurn({ station }: { station: Station }) {
  const words = station.words.value
  const { page, pages } = station
  if (pages.value < 2) return null
  const turn = (by: number) => () => {
    page.value = (page.value + by + pages.value) % pages.value
  }
  return (
    <span class="pages">
      <button type="button" aria-label={words.previousPage} onClick={turn(-1)}>
        <Icon name="left" size="l" />
      </button>
      <span class="figure">
        <b>
          {page.value + 1}/{pages.value}
        </b>{' '}
        {words.page}
      </span>
      <button type="button" aria-label={words.nextPage} onClick={turn(1)}>
        <Icon name="right" size="l" />
      </button>
    </span>
  )
}
