// Beside the tickets, or under them where letters must be large: what is cooked all day (KDS-6), what has run out, what hangs
// on other pages, and the way back.
import type { AllDayModifier, AllDayRow } from '@comanda/shared/domain/all-day'
import { allDay } from '@comanda/shared/domain/all-day'
import { recallable } from '@comanda/shared/domain/ticket-queue'
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import { openOver, type Screen } from '../every-screen/screen.ts'
import { readable } from '../slip/slip-view.ts'
import type { KitchenTexts } from '../texts/kitchen-texts.ts'
import { countRows } from './count-rows.ts'
import type { Station } from './station.ts'

export type PanelProps = {
  readonly screen: Screen
  readonly station: Station
}

const mostCounts = 5

export type DishTotal = {
  readonly key: string
  readonly name: string
  readonly allergic: boolean
  readonly fired: number
  readonly held: number
  /** "2 rare": what is asked of some of them. */
  readonly ways: readonly string[]
}

type Ways = Pick<KitchenTexts, 'no' | 'extra' | 'onSide'>

const wayOf = ({ prefix, kitchenName }: AllDayModifier, words: Ways): string => {
  const name = kitchenName.toLowerCase()
  switch (prefix) {
    case 'no':
      return `${words.no} ${kitchenName.toUpperCase()}`
    case 'extra':
      return `${words.extra.toLowerCase()} ${name}`
    case 'on-side':
      return `${name} ${words.onSide}`
    case undefined:
      return name
  }
}

/** One row a dish, with the ways it is wanted in beneath; what an allergy concerns stays apart. */
export const dishTotals = (rows: readonly AllDayRow[], words: Ways): DishTotal[] => {
  const totals = new Map<string, DishTotal>()
  for (const { kitchenName, allergic, fired, held, modifiers } of rows) {
    const key = `${kitchenName}|${allergic}`
    const before = totals.get(key)
    const way =
      fired > 0 && modifiers.length > 0
        ? [`${fired} ${modifiers.map((modifier) => wayOf(modifier, words)).join(', ')}`]
        : []
    totals.set(key, {
      key,
      name: readable(kitchenName),
      allergic,
      fired: fired + (before?.fired ?? 0),
      held: held + (before?.held ?? 0),
      ways: [...(before?.ways ?? []), ...way],
    })
  }
  return [...totals.values()].sort((a, b) => b.fired - a.fired || b.held - a.held || (a.name < b.name ? -1 : 1))
}

export function SidePanel(props: PanelProps) {
  return (
    <aside class="panel">
      <div class="all-day">
        <AllDay station={props.station} isTitled />
      </div>
      <Counts {...props} />
      <div class="panel-end">
        <Keys {...props} />
      </div>
    </aside>
  )
}

export const BottomStrip = (props: PanelProps) => (
  <footer class="strip">
    <button type="button" class="plain" onClick={() => openOver(props.screen, 'all-day')}>
      <b>{props.station.words.value.allDay}</b>
      <CountLine {...props} />
    </button>
    <Keys {...props} />
  </footer>
)

/** Under a title of its own, unless it has one above it. */
export function AllDay({ station, isTitled }: { station: Station; isTitled: boolean }) {
  const words = station.words.value
  const totals = useComputed(() => {
    const state = station.beside.value
    return state === undefined ? [] : dishTotals(allDay(state, station.setup.value.stationIds), station.words.value)
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that may scroll is reached by keys
    <section class="all-day-list" tabIndex={0} aria-label={words.allDay}>
      {isTitled && <h2>{words.allDay}</h2>}
      {totals.value.length === 0 && <p class="quiet">{words.nothingCooking}</p>}
      <ul>
        {totals.value.map(({ key, name, allergic, fired, held, ways }) => (
          <li key={key}>
            <b>{fired}</b>
            <span class="dish">
              {name} {allergic && <Icon name="triangle" size="s" />}
            </span>
            {held > 0 && <span class="held">{words.heldMore(held)}</span>}
            {ways.length > 0 && <small>{ways.join(' · ')}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where letters are large: as much as one row says. */
function CountLine({ station }: PanelProps) {
  const rows = useComputed(() => countRows(station.beside.value, station.setup.value.stationIds))
  const own = rows.value.filter(({ isOwn }) => isOwn)
  return <span>{own.map(({ name, left }) => `${left === 0 ? '86' : left} ${name}`).join(', ')}</span>
}

/** What has run out or soon will: always in sight, the least first. Pressed, it is set anew. */
function Counts({ screen, station }: PanelProps) {
  const rows = useComputed(() => countRows(station.beside.value, station.setup.value.stationIds))
  if (rows.value.length === 0) return null
  return (
    <button type="button" class="counts" aria-haspopup="dialog" onClick={() => openOver(screen, 'counts')}>
      <CountList station={station} most={mostCounts} />
    </button>
  )
}

/** Its own first, then what the others are out of. */
export function CountList({ station, most }: { station: Station; most: number }) {
  const words = station.words.value
  const rows = useComputed(() => {
    const all = countRows(station.beside.value, station.setup.value.stationIds)
    return [...all.filter(({ isOwn }) => isOwn), ...all.filter(({ isOwn }) => !isOwn)]
  })
  const rest = rows.value.length - most
  if (rows.value.length === 0) return null
  return (
    <>
      <b class="counts-head">{words.counts}</b>
      {rows.value.slice(0, most).map(({ itemId, name, left, pinned }) => (
        <span key={itemId} class={`count ${left === 0 ? 'out' : ''}`}>
          <b>{left === 0 ? '86' : left}</b>
          {left === 0 ? <s class="dish">{name}</s> : <span class="dish">{name}</span>}
          <span class="left">
            {pinned && <Icon name="pin" size="s" />}
            {left > 0 && words.left}
          </span>
        </span>
      ))}
      {rest > 0 && <span class="count rest">{words.more(rest)}</span>}
    </>
  )
}

function Keys({ screen, station }: PanelProps) {
  const words = station.words.value
  return (
    <>
      {!screen.shift.started.value && (
        <button type="button" class="start" onClick={screen.shift.start}>
          <b>{words.startShift}</b>
          <span>{words.startShiftWhy}</span>
        </button>
      )}
      <More station={station} />
      <button type="button" class="plain recall" aria-haspopup="dialog" onClick={() => openOver(screen, 'recall')}>
        <b>{words.recall}</b>
        <LastBump station={station} />
      </button>
    </>
  )
}

function More({ station }: { station: Station }) {
  const words = station.words.value
  const { beyond, page, session } = station
  const oldest = useComputed(() => words.moreOldest(ageText(session.now.value - (beyond.value?.oldest ?? 0))))
  const more = beyond.value
  if (more === undefined) return null
  return (
    <button
      type="button"
      class={`more ${more.urgent > 0 ? 'urgent' : ''}`}
      data-more={more.count}
      onClick={() => {
        if (more.page !== undefined) page.value = more.page
      }}
    >
      <b>{words.more(more.count)}</b>
      <span>
        {more.urgent > 0 ? <b>{words.urgentWaiting(more.urgent)}</b> : oldest}
        {more.page !== undefined && <span class="on-page">{words.onPage(more.page + 1)}</span>}
      </span>
    </button>
  )
}

function LastBump({ station }: { station: Station }) {
  const { session, setup, words } = station
  const text = useComputed(() => {
    const state = station.beside.value
    const last = state && recallable(state, setup.value.stationIds, session.now.peek())[0]
    const order = last && state?.orders.get(last.orderId)
    if (last === undefined || order === undefined) return ''
    const table = order.tableId && state?.catalog.tables[order.tableId]?.name
    const where = table === undefined ? `#${order.number}` : words.value.table(table)
    return `${where}, ${session.clock(last.bumpedAt ?? 0)}`
  })
  return <span>{text}</span>
}
