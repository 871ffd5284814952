// The head of the screen on one line: whose it is, how much is open, how old, how late, which page, what time. While the
// data is old, that takes the place of the figures, which would be old too.
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { type ReadonlySignal, useComputed } from '@preact/signals'
import { paceAt } from '../slip/pace.ts'
import type { Oldness } from './oldness.ts'
import type { Station } from './station.ts'

export type BarProps = {
  readonly station: Station
  readonly oldness: ReadonlySignal<Oldness>
  readonly sound: { readonly on: boolean; readonly toggle: () => void }
  readonly onMenu: () => void
}

/** What the parts that every screen of the kitchen shares need of it. */
export type Spoken = Pick<Station, 'session' | 'words'>

const stationNames = (station: Station): string => {
  const { session, setup } = station
  const known = session.signals.state.value?.catalog.stations
  return setup.value.stationIds
    .flatMap((id) => {
      const name = known?.[id]?.name
      return name === undefined ? [] : [session.pick(name)]
    })
    .join(' + ')
}

export function Bar({ station, oldness, sound, onMenu }: BarProps) {
  const words = station.words.value
  const isOld = oldness.value.kind !== 'fresh'
  return (
    <header class="bar">
      <h1 class="station-name">
        <button type="button" aria-haspopup="dialog" title={words.menu} onClick={onMenu}>
          {stationNames(station)}
        </button>
      </h1>
      {isOld ? <OldBand station={station} oldness={oldness.value} /> : <Figures station={station} />}
      <Clock station={station} isOld={isOld} />
      <button
        type="button"
        class="sound"
        aria-pressed={sound.on}
        aria-label={sound.on ? words.sound : words.soundOff}
        onClick={sound.toggle}
      >
        <Icon name={sound.on ? 'sound' : 'mute'} size="l" />
      </button>
    </header>
  )
}

/** To the second while the screen must be judged by it. */
export function Clock({ station, isOld }: { station: Spoken; isOld: boolean }) {
  const { session } = station
  const text = useComputed(() => (isOld ? session.clockSeconds(session.now.value) : session.clock(session.now.value)))
  return <span class="clock">{text}</span>
}

function Figures({ station }: { station: Station }) {
  const words = station.words.value
  const { queue, session, pages } = station
  const late = useComputed(() => countAt(station, 'late'))
  const soon = useComputed(() => countAt(station, 'warn'))
  const oldest = useComputed(() => {
    const first = queue.value.reduce((least, { ticket }) => Math.min(least, ticket.firedAt), Number.POSITIVE_INFINITY)
    return ageText(session.now.value - first)
  })
  const { link } = session.signals.status.value
  const isPeak = session.signals.state.value?.peak === true
  return (
    <div class="figures">
      <span class="figure">
        <b>{queue.value.length}</b> {words.open}
      </span>
      {queue.value.length > 0 && (
        <span class="figure">
          <b>{oldest}</b> {words.oldest}
        </span>
      )}
      <span class="tags">
        {late.value > 0 && <span class="tag late">{words.late(late.value)}</span>}
        {soon.value > 0 && <span class="tag warn">{words.soon(soon.value)}</span>}
        {isPeak && <span class="tag peak">{words.peak}</span>}
        {link !== 'live' && (
          <span class="tag link" role="status">
            {words.offline}
          </span>
        )}
      </span>
      {pages.value > 1 && <PageTurn station={station} />}
    </div>
  )
}

const countAt = (station: Station, pace: 'late' | 'warn'): number => {
  const now = station.session.now.value
  return station.queue.value.filter(({ ticket, lateAt }) => paceAt(ticket.firedAt, lateAt, now) === pace).length
}

function PageTurn({ station }: { station: Station }) {
  const words = station.words.value
  const { page, pages } = station
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

export function OldBand({ station, oldness }: { station: Spoken; oldness: Oldness }) {
  const words = station.words.value
  const { session } = station
  if (oldness.kind === 'fresh') return null
  const at = oldness.freshAt === undefined ? '—' : session.clockSeconds(oldness.freshAt)
  const isDead = oldness.kind === 'not-live'
  return (
    <div class={`old-band ${oldness.kind}`} role="alert">
      <b>{isDead ? words.notLive : words.dataFrom(at)}</b>
      <span>{isDead ? words.notLiveWhy(at) : <Silence station={station} freshAt={oldness.freshAt} />}</span>
    </div>
  )
}

/** How long nothing was heard, every second, without being read out every second. */
function Silence({ station, freshAt }: { station: Spoken; freshAt: number | undefined }) {
  const { session, words } = station
  const text = useComputed(() =>
    words.value.noConnection(freshAt === undefined ? 0 : Math.round((session.now.value - freshAt) / 1000)),
  )
  return <span aria-live="off">{text}</span>
}
