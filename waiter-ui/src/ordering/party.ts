// Everything the order screen shows of one party, as signals that change only when what they tell changed, so that a tap
// draws a button and a row, and not the screen.
import { billOf } from '@comanda/shared/domain/bill'
import type { Context } from '@comanda/shared/domain/decision'
import type { State } from '@comanda/shared/domain/state'
import type { Table } from '@comanda/shared/model/floor'
import type { CategoryId, CommandId, ItemId } from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'
import type { Item } from '@comanda/shared/model/menu'
import type { Allergy, Order } from '@comanda/shared/model/order'
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { mustChoose, orderOf } from '../draft/compose-round.ts'
import type { Draft, DraftTarget } from '../draft/draft.ts'
import { allergiesOf, type DraftSlip, draftSlip } from '../draft/draft-slip.ts'
import type { Waiter } from '../waiter.ts'
import type { Choices } from './choices.ts'
import type { LineDetails, Place } from './place.ts'

export type OpenSheet =
  | { kind: 'dish'; item: Item; place?: Place | undefined }
  | { kind: 'line'; key: number }
  /** With what was said of the dish already. */
  | {
      kind: 'amount'
      item: Item
      choices: Choices
      what: 'price' | 'weight'
      place?: Place | undefined
      details?: LineDetails
      /** A row of the draft that is weighed or priced again. */
      row?: number
    }
  /** With a row of the draft: what is taken instead takes its place. */
  | { kind: 'instead'; item: Item; key?: number }
  | { kind: 'allergies' }
  | { kind: 'covers' }
  | { kind: 'note' }
  | { kind: 'details' }

export type MenuPlace = CategoryId | 'top'

/** What is open on the screen; forgotten with it. */
export type PartyView = {
  place: Signal<MenuPlace>
  /** Being searched for; undefined: nobody searches. */
  typed: Signal<string | undefined>
  sheet: Signal<OpenSheet | undefined>
  slipOpen: Signal<boolean>
  /** Send was pressed though a row cannot go: it is named until it is seen to. */
  refused: Signal<boolean>
}

export type Party = {
  waiter: Waiter
  draft: ReadonlySignal<Draft | undefined>
  state: ReadonlySignal<State | undefined>
  /** Parts of the state that change seldom, for the many that read them. */
  catalog: ReadonlySignal<State['catalog'] | undefined>
  counts: ReadonlySignal<State['counts'] | undefined>
  switches: ReadonlySignal<State['switches'] | undefined>
  order: ReadonlySignal<Order | undefined>
  /** What was sent comes to, as on its bill. */
  total: ReadonlySignal<number>
  table: ReadonlySignal<Table | undefined>
  /** Several orders are at the table, and nobody said which one is meant. */
  mustChoose: ReadonlySignal<boolean>
  slip: ReadonlySignal<DraftSlip | undefined>
  allergies: ReadonlySignal<readonly Allergy[]>
  seat: ReadonlySignal<number | undefined>
  /** How many of each dish are in the draft. */
  quantities: ReadonlySignal<ReadonlyMap<ItemId, number>>
  covers: ReadonlySignal<{ count: number; assumed: boolean }>
  view: PartyView
  change(change: (draft: Draft, now: number) => Draft): void
}

const minute = 60_000

/** Who would send it, and when: to the next full minute, so that time alone draws nothing in between. */
export function sendingContext(waiter: Waiter, now: number): Context | undefined {
  const me = waiter.session.me.value
  if (me === undefined) return undefined
  const { staffId, roles, sid } = me
  return {
    now,
    writtenAt: now,
    // no line's price, course or station hangs on the day
    businessDate: '2000-01-01' as BusinessDate,
    asker: { kind: 'staff', staffId, roles, deviceId: waiter.session.device.id, sid },
  }
}

const counted = (draft: Draft | undefined): ReadonlyMap<ItemId, number> => {
  const counts = new Map<ItemId, number>()
  for (const { line } of draft?.entries ?? []) counts.set(line.itemId, (counts.get(line.itemId) ?? 0) + line.quantity)
  return counts
}

const tableOf = (state: State | undefined, draft: Draft | undefined, order: Order | undefined): Table | undefined => {
  const target = draft?.target
  const id =
    target?.kind === 'table' ? target.tableId : target?.kind === 'new' ? target.opening.tableId : order?.tableId
  return id === undefined ? undefined : state?.catalog.tables[id]
}

/** A takeaway or a tab that is just begun asks for its name and its promise first. */
const firstSheet = (draft: Draft | undefined): OpenSheet | undefined => {
  const opening = draft?.target.kind === 'new' ? draft.target.opening : undefined
  const isBegun = draft !== undefined && draft.entries.length > 0
  if (opening === undefined || opening.type === 'dine-in' || opening.name !== undefined || isBegun) return undefined
  return { kind: 'details' }
}

const newView = (draft: Draft | undefined): PartyView => ({
  place: signal<MenuPlace>('top'),
  typed: signal<string | undefined>(undefined),
  sheet: signal<OpenSheet | undefined>(firstSheet(draft)),
  slipOpen: signal(false),
  refused: signal(false),
})

export function createParty(waiter: Waiter, wanted: { target: DraftTarget } | { draftId: CommandId }): Party {
  const { drafts, session } = waiter
  const { state } = session.signals
  const draft = computed(() => {
    if ('draftId' in wanted) return drafts.all.value.get(wanted.draftId)
    // which draft is this party's hangs on which order is its
    state.value
    return drafts.at(wanted.target)
  })
  const order = computed(() => {
    const [current, target] = [state.value, draft.value?.target]
    return current === undefined || target === undefined ? undefined : orderOf(current, target)
  })
  const minutes = computed(() => Math.ceil(session.now.value / minute) * minute)
  const catalog = computed(() => state.value?.catalog)
  const table = computed(() => tableOf(state.value, draft.value, order.value))
  const declared = computed(() => draft.value?.allergies)
  return {
    waiter,
    draft,
    state,
    catalog,
    counts: computed(() => state.value?.counts),
    switches: computed(() => state.value?.switches),
    order,
    total: computed(() => {
      const [ordered, current] = [order.value, catalog.value]
      return ordered === undefined || current === undefined || ordered.lines.length === 0
        ? 0
        : billOf(ordered, current).total
    }),
    table,
    mustChoose: computed(() => {
      const [current, target] = [state.value, draft.value?.target]
      return current !== undefined && target !== undefined && mustChoose(current, target)
    }),
    slip: computed(() => {
      const [current, written, context] = [state.value, draft.value, sendingContext(waiter, minutes.value)]
      if (current === undefined || written === undefined || context === undefined) return undefined
      return draftSlip(current, written, context)
    }),
    allergies: computed(() => {
      const ordered = order.value
      declared.value
      const written = draft.peek()
      return written === undefined ? [] : allergiesOf(ordered, written)
    }),
    seat: computed(() => draft.value?.seat),
    quantities: computed(() => counted(draft.value)),
    covers: computed(() => {
      const ordered = order.value
      if (ordered !== undefined) return { count: ordered.covers, assumed: ordered.coversAssumed }
      const said = draft.value?.covers
      return { count: said ?? table.value?.seats ?? 0, assumed: said === undefined }
    }),
    view: newView(draft.peek()),
    change(change) {
      const written = draft.peek()
      if (written !== undefined) drafts.change(written, change)
    },
  }
}
