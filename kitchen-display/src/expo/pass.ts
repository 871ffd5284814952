// The pass as signals and acts: which rows hang where, which is chosen, what a press on a row does.
import type { AppSession } from '@comanda/app-shell/session'
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { after, monotonic } from '../adapters/page.ts'
import { type Grid, gridOf } from '../layout/grid.ts'
import type { Gone } from '../layout/rail.ts'
import type { Glass } from '../layout/type-size.ts'
import type { Setup } from '../setup/setup.ts'
import { railSignal } from '../station/rail-signal.ts'
import { type Refused, tellRefused } from '../station/tell-refused.ts'
import { kitchenTexts } from '../texts/texts.ts'
import { type PassRow, passRows } from './pass-rows.ts'

export type HungRow = { readonly row: PassRow; readonly gone?: Gone }

export type Pass = {
  readonly session: AppSession
  readonly words: ReadonlySignal<typeof kitchenTexts.en>
  readonly setup: Signal<Setup>
  readonly grid: ReadonlySignal<Grid>
  readonly rows: ReadonlySignal<readonly PassRow[]>
  readonly perPage: ReadonlySignal<number>
  readonly pages: ReadonlySignal<number>
  readonly page: Signal<number>
  readonly shown: ReadonlySignal<readonly HungRow[]>
  readonly selected: Signal<string | undefined>
  /** The row whose clearing was asked for once: a second press does it. */
  readonly asked: Signal<string | undefined>
  fingers(down: number): void
  press(row: PassRow): void
  call(row: PassRow): void
  fire(row: PassRow): void
  acknowledge(row: PassRow): void
  dispose(): void
}

const askedForMs = 4_000

const send = (session: AppSession, refused: Refused): AppSession['send'] => {
  return (type, args, options) => {
    const sent = session.send(type, args, options)
    void sent.settled.then((outcome) => refused(sent.id, outcome))
    return sent
  }
}

export function openPass(session: AppSession, setup: Signal<Setup>, glass: ReadonlySignal<Glass>): Pass {
  const tell = send(session, tellRefused(session))
  const words = computed(() => session.t(kitchenTexts))
  const grid = computed(() => gridOf(glass.value, setup.value.viewing))
  const rows = computed(() => {
    const state = session.signals.state.value
    return state === undefined ? [] : passRows(state)
  })
  const wanted = computed(() => rows.value.map(({ key }) => ({ id: key, shape: [1] })))
  const hanging = railSignal({ wanted, why: () => 'bumped', monotonic, after })
  const perPage = computed(() => {
    const height = glass.value.heightPx - grid.value.bar - grid.value.margin - grid.value.measures.item * 1.4
    return Math.max(1, Math.floor(height / (rowHeight(grid.value) + 6)))
  })
  const pages = computed(() => Math.max(1, Math.ceil(hanging.rail.value.length / perPage.value)))
  const page = signal(0)
  let lastSeen = new Map<string, PassRow>()
  const shown = computed(() => {
    const known = new Map([...lastSeen, ...rows.value.map((row) => [row.key, row] as const)])
    const kept = hanging.rail.value.flatMap(({ id, gone }) => {
      const row = known.get(id)
      return row === undefined ? [] : [{ row, ...(gone === undefined ? {} : { gone }) }]
    })
    lastSeen = new Map(kept.map(({ row }) => [row.key, row]))
    const from = Math.min(page.value, pages.value - 1) * perPage.value
    return kept.slice(from, from + perPage.value)
  })
  const asked = signal<string | undefined>(undefined)
  const acknowledge = ({ unseen }: PassRow): void => {
    for (const { id } of unseen) tell('ticket.acknowledge-allergy', { ticketId: id, role: 'expo' })
  }
  const serve = ({ order, lineIds }: PassRow): void => {
    if (lineIds.length > 0) tell('lines.serve', { orderId: order.id, lineIds: [...lineIds] })
  }
  return {
    session,
    words,
    setup,
    grid,
    rows,
    perPage,
    pages,
    page,
    shown,
    selected: signal<string | undefined>(undefined),
    asked,
    fingers: hanging.fingers,
    acknowledge,
    press: (row) => {
      if (row.unseen.length > 0) return acknowledge(row)
      if (row.isReady) return serve(row)
      if (asked.peek() === row.key) {
        asked.value = undefined
        tell('course.force-ready', { orderId: row.order.id, course: row.course })
        return
      }
      asked.value = row.key
      after(askedForMs, () => {
        if (asked.peek() === row.key) asked.value = undefined
      })
    },
    call: ({ order, course }) => void tell('course.call', { orderId: order.id, course }),
    fire: ({ order, next }) => {
      if (next !== undefined) tell('course.fire', { orderId: order.id, course: next.course })
    },
    dispose: hanging.dispose,
  }
}

/** Three rows of letters, and never less than a thumb. */
export const rowHeight = ({ measures }: Grid): number => Math.max(measures.touch, Math.round(measures.item * 3))
