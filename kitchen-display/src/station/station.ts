// A station's screen as signals: which tickets there are, where they hang, what is selected. It reads the replica and sends
// nothing; acts.ts does.
import type { State } from '@comanda/shared/domain/state'
import { ticketQueue } from '@comanda/shared/domain/ticket-queue'
import type { StationId, TicketId } from '@comanda/shared/model/ids'
import type { Ticket } from '@comanda/shared/model/ticket'
import type { Cancel } from '@comanda/shared/ports/time'
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { railSignal } from '../every-screen/rail-signal.ts'
import type { Screen } from '../every-screen/screen.ts'
import { type Hung, hang, pageCount } from '../layout/pages.ts'
import { type Gone, type Rail, type Wanted, waitingFor } from '../layout/rail.ts'
import type { MeasureText } from '../layout/text-rows.ts'
import type { Paper, Places } from '../slip/blocks.ts'
import { type Sheet, sheetCache } from '../slip/sheet.ts'
import type { SlipView } from '../slip/slip-view.ts'
import { viewCache } from '../slip/view-cache.ts'
import type { Whereabouts } from '../slip/where-text.ts'
import { watchMoves } from './moves.ts'

export type Shown = {
  readonly view: SlipView
  readonly sheet: Sheet
  readonly place: Hung<TicketId>
  readonly gone?: Gone
  /** The number of its slot on this page, for the keys. */
  readonly number: number
}

export type Beyond = {
  readonly count: number
  readonly oldest: number
  readonly page?: number
  readonly urgent: number
}

export type Station = Pick<Screen, 'session' | 'setup' | 'words' | 'grid' | 'soon'> & {
  readonly queue: ReadonlySignal<readonly SlipView[]>
  /** What slips are measured on. */
  readonly paper: ReadonlySignal<Paper>
  /** The restaurant for what stands beside the tickets: a moment later, so that no press waits for it. */
  readonly beside: ReadonlySignal<State | undefined>
  readonly page: Signal<number>
  readonly pages: ReadonlySignal<number>
  /** What hangs on this page, in order. */
  readonly shown: ReadonlySignal<readonly Shown[]>
  /** What is open and not on this page. */
  readonly beyond: ReadonlySignal<Beyond | undefined>
  readonly selected: Signal<TicketId | undefined>
  readonly cursor: Signal<string | undefined>
  /** Tickets that changed since somebody touched them. */
  readonly changed: Signal<ReadonlySet<string>>
  /** Tickets whose table changed since somebody touched them, and where they were. */
  readonly moved: Signal<ReadonlyMap<TicketId, Whereabouts>>
  touched(): void
  fingers(down: number): void
  dispose(): void
}

export type StationParts = {
  readonly screen: Screen
  readonly measure: MeasureText
  readonly monotonic: () => number
  readonly after: (ms: number, run: () => void) => Cancel
}

const none: readonly SlipView[] = []
const besideAfterMs = 80
const backToFirstPage = 30_000

const whyGone = (state: State | undefined, id: TicketId): Gone['why'] => {
  const ticket = state?.tickets.get(id)
  if (ticket?.status === 'bumped') return 'bumped'
  return ticket?.status === 'open' ? 'elsewhere' : 'withdrawn'
}

const isUrgent = ({ rush, remake }: Ticket): boolean => rush || remake

const placesOf = (
  session: Screen['session'],
  own: readonly StationId[],
  catalog: State['catalog'] | undefined,
): Places => ({
  own,
  nameOf: (id) => {
    const name = catalog?.stations[id]?.name
    return name && session.pick(name)
  },
  clock: session.clock,
})

export function createStation(parts: StationParts): Station {
  const { screen, measure } = parts
  const { session, setup, words, grid } = screen
  const viewOf = viewCache()
  const sheetOf = sheetCache()
  const catalog = computed(() => session.signals.state.value?.catalog)
  const family = computed<Paper>(() => ({
    measures: grid.value.measures,
    columnPx: grid.value.columnPx,
    text: measure,
    words: words.value,
    places: placesOf(session, setup.value.stationIds, catalog.value),
  }))
  const queue = computed(() => {
    const state = session.signals.state.value
    if (state === undefined) return none
    return ticketQueue(state, setup.value.stationIds).flatMap((ticket) => viewOf(state, ticket) ?? [])
  })
  const wanted = computed(() =>
    queue.value.map((view): Wanted<TicketId> => {
      const { shape } = sheetOf(view, family.value, grid.value)
      return { id: view.ticket.id, shape }
    }),
  )
  const why = (id: TicketId) => whyGone(session.signals.state.peek(), id)
  const railState = railSignal({ wanted, why, monotonic: parts.monotonic, after: parts.after })
  const { rail } = railState
  const hung = computed(() => hang(rail.value, grid.value))
  const pages = computed(() => pageCount(hung.value))
  const page = signal(0)
  const selected = signal<TicketId | undefined>(undefined)
  // a ticket that left still hangs for a while, as it was last seen
  let lastSeen = new Map<TicketId, SlipView>()
  const views = computed(() => {
    const now = new Map<TicketId, SlipView>()
    for (const view of queue.value) now.set(view.ticket.id, view)
    for (const { id } of rail.value) {
      const before = lastSeen.get(id)
      if (!now.has(id) && before !== undefined) now.set(id, before)
    }
    lastSeen = now
    return now
  })
  const current = computed(() => Math.min(page.value, pages.value - 1))
  const shown = computed(() => {
    const gone = new Map(rail.value.map((slot) => [slot.id, slot.gone]))
    const found: Shown[] = []
    let number = 0
    for (const place of hung.value) {
      const view = views.value.get(place.id)
      if (place.page !== current.value || view === undefined) continue
      if (found.at(-1)?.place.id !== place.id) number++
      const left = gone.get(place.id)
      const sheet = sheetOf(view, family.value, grid.value)
      found.push({ view, sheet, place, number, ...(left === undefined ? {} : { gone: left }) })
    }
    return found
  })
  const beyond = computed(() => beyondOf(queue.value, shown.value, hung.value, rail.value, wanted.value, current.value))
  const beside = later(parts)
  const moves = watchMoves(queue)
  const stopPages = effect(() => {
    if (page.value >= pages.value) page.value = pages.value - 1
  })
  const stopIdle = effect(() => {
    session.now.value
    if (page.peek() > 0 && railState.idleFor() > backToFirstPage) page.value = 0
  })
  return {
    session,
    setup,
    words,
    grid,
    soon: screen.soon,
    queue,
    paper: family,
    beside: beside.state,
    page,
    pages,
    shown,
    beyond,
    selected,
    cursor: signal<string | undefined>(undefined),
    changed: signal<ReadonlySet<string>>(new Set()),
    moved: moves.moved,
    touched: railState.touched,
    fingers: railState.fingers,
    dispose: () => {
      moves.stop()
      stopIdle()
      stopPages()
      beside.stop()
      railState.dispose()
    },
  }
}

/** The state as it was when it last was still for a moment, or changed again and again for one. */
function later({ screen: { session }, after }: StationParts): {
  state: ReadonlySignal<State | undefined>
  stop: Cancel
} {
  const { state } = session.signals
  const beside = signal(state.peek())
  let due: Cancel | undefined
  const stop = effect(() => {
    state.value
    due ??= after(besideAfterMs, () => {
      due = undefined
      beside.value = state.peek()
    })
  })
  return {
    state: beside,
    stop: () => {
      stop()
      due?.()
    },
  }
}

function beyondOf(
  queue: readonly SlipView[],
  shown: readonly Shown[],
  hung: readonly Hung<TicketId>[],
  rail: Rail<TicketId>,
  wanted: readonly Wanted<TicketId>[],
  page: number,
): Beyond | undefined {
  const here = new Set(shown.map(({ place }) => place.id))
  const away = queue.filter(({ ticket }) => !here.has(ticket.id))
  if (away.length === 0) return undefined
  const waiting = new Set(waitingFor(rail, wanted))
  const next = hung.find((place) => place.page !== page && !here.has(place.id))
  return {
    count: away.length,
    oldest: Math.min(...away.map(({ ticket }) => ticket.firedAt)),
    urgent: away.filter(({ ticket }) => waiting.has(ticket.id) && isUrgent(ticket)).length,
    ...(next === undefined ? {} : { page: next.page }),
  }
}
