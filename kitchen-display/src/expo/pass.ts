// The pass as signals and acts: which rows hang where, which is chosen, what a press on a row does.
import type { Leaving } from '@comanda/app-shell/leaving'
import { recallable } from '@comanda/shared/domain/ticket-queue'
import type { Cancel } from '@comanda/shared/ports/time'
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { railSignal } from '../every-screen/rail-signal.ts'
import type { Screen } from '../every-screen/screen.ts'
import { leavingOf } from '../every-screen/soon.ts'
import type { Grid } from '../layout/grid.ts'
import type { Gone } from '../layout/rail.ts'
import type { MeasureText } from '../layout/text-rows.ts'
import type { Glass } from '../layout/type-size.ts'
import { expoTexts } from './expo-texts.ts'
import { bandPx } from './pass-allergies.ts'
import type { RowNews } from './pass-news.ts'
import { pageStarts } from './pass-pages.ts'
import { type PassRow, passRows } from './pass-rows.ts'
import { whereOf } from './where-of.ts'

export type HungRow = {
  readonly row: PassRow
  readonly px: number
  /** All that it has to say finds room: it did not grow while hands were on the glass. */
  readonly isWhole: boolean
  readonly gone?: Gone
}

export type Pass = {
  readonly screen: Screen
  readonly rows: ReadonlySignal<readonly PassRow[]>
  readonly rowPx: ReadonlySignal<number>
  readonly pages: ReadonlySignal<number>
  readonly page: Signal<number>
  readonly shown: ReadonlySignal<readonly HungRow[]>
  readonly selected: Signal<string | undefined>
  readonly news: Signal<ReadonlyMap<string, RowNews>>
  /** The row whose clearing was asked for once: a second press does it. */
  readonly asked: Signal<string | undefined>
  touched(): void
  fingers(down: number): void
  press(row: PassRow): void
  call(row: PassRow): void
  fire(row: PassRow): void
  rush(row: PassRow): void
  acknowledge(row: PassRow): void
  /** What is on its way and can be cancelled, else the ticket bumped last. */
  undoLast(): void
  dispose(): void
}

export type PassParts = {
  readonly screen: Screen
  readonly monotonic: () => number
  readonly after: (ms: number, run: () => void) => Cancel
  readonly measure: MeasureText
}

const askedForMs = 4_000
const rowGap = 6
/** The names of the columns. */
const headEm = 1.4
/** The end of a row. */
export const stubEm = 8.6

export const servingOf = (pass: Pick<Pass, 'screen'>, { order, lineIds }: PassRow): Leaving | undefined =>
  leavingOf(
    pass.screen.soon,
    (wish) =>
      wish.type === 'lines.serve' &&
      wish.args.orderId === order.id &&
      wish.args.lineIds.some((id) => lineIds.includes(id)),
  )

export const firingOf = (pass: Pick<Pass, 'screen'>, { order, next }: PassRow): Leaving | undefined =>
  leavingOf(
    pass.screen.soon,
    (wish) => wish.type === 'course.fire' && wish.args.orderId === order.id && wish.args.course === next?.course,
  )

export const rushingOf = (pass: Pick<Pass, 'screen'>, { order, course }: PassRow): Leaving | undefined =>
  leavingOf(
    pass.screen.soon,
    (wish) => wish.type === 'order.rush' && wish.args.orderId === order.id && wish.args.course === course,
  )

/** Three rows of letters, and never less than a thumb: as many rows as find room share all of it. */
export function rowsOf(
  glass: Glass,
  { measures, bar, margin }: Grid,
): { readonly count: number; readonly px: number; readonly roomPx: number } {
  const least = Math.max(measures.touch, Math.round(measures.item * 3))
  const room = glass.heightPx - bar - margin - Math.round(measures.item * headEm) + rowGap
  const count = Math.max(1, Math.floor(room / (least + rowGap)))
  return { count, px: Math.max(least, Math.floor(room / count) - rowGap), roomPx: room - rowGap }
}

type PassActs = Pick<Pass, 'press' | 'call' | 'fire' | 'rush' | 'acknowledge' | 'undoLast'>

function passActs(
  { screen, after }: PassParts,
  asked: Signal<string | undefined>,
  isReadable: (key: string) => boolean,
): PassActs {
  const { session, send, soon } = screen
  const says = () => session.t(expoTexts)
  const acknowledge: PassActs['acknowledge'] = ({ key, unseen }) => {
    // before it can be read whole it is opened, not acknowledged
    if (!isReadable(key) && screen.over.peek()?.at !== 'row') {
      screen.over.value = { at: 'row', key }
      return
    }
    for (const { id } of unseen) send('ticket.acknowledge-allergy', { ticketId: id, role: 'expo' })
  }
  const serve = (row: PassRow): void => {
    const { order, lineIds } = row
    if (lineIds.length === 0) return
    soon.ask(
      { type: 'lines.serve', args: { orderId: order.id, lineIds: [...lineIds] } },
      says().serving(whereOf(row, screen.words.peek())),
    )
  }
  return {
    acknowledge,
    press: (row) => {
      if (row.unseen.length > 0) return acknowledge(row)
      if (row.isReady) return serve(row)
      if (asked.peek() === row.key) {
        asked.value = undefined
        send('course.force-ready', { orderId: row.order.id, course: row.course })
        return
      }
      asked.value = row.key
      after(askedForMs, () => {
        if (asked.peek() === row.key) asked.value = undefined
      })
    },
    call: ({ order, course }) => send('course.call', { orderId: order.id, course }),
    fire: ({ order, next }) => {
      if (next === undefined) return
      const { course } = next
      soon.ask(
        { type: 'course.fire', args: { orderId: order.id, course } },
        says().firing(screen.words.peek().course(course)),
      )
    },
    rush: (row) => {
      const { order, course, rush: isRushed } = row
      if (isRushed) return send('order.rush', { orderId: order.id, course, on: false })
      const where = whereOf(row, screen.words.peek())
      soon.ask(
        { type: 'order.rush', args: { orderId: order.id, course, on: true } },
        screen.words.peek().rushing(where),
      )
    },
    undoLast: () => {
      if (soon.cancelLast()) return
      const state = session.signals.state.peek()
      const last = state && recallable(state, screen.stationIds.peek(), session.now.peek())[0]
      if (last !== undefined) send('ticket.recall', { ticketId: last.id })
    },
  }
}

export function createPass(parts: PassParts): Pass {
  const { screen, monotonic, after, measure } = parts
  const { session, grid, glass } = screen
  const rows = computed(() => {
    const state = session.signals.state.value
    return state === undefined ? [] : passRows(state)
  })
  const room = computed(() => rowsOf(glass.value, grid.value))
  const heights = computed(() => {
    const { measures, margin } = grid.value
    const widthPx = glass.value.widthPx - 2 * margin - Math.round(measures.item * stubEm)
    const paper = { measures, widthPx, text: measure, common: screen.words.value, own: session.t(expoTexts) }
    return new Map(rows.value.map(({ key, allergies }) => [key, room.value.px + bandPx(allergies, paper)]))
  })
  const heightOf = (key: string) => heights.value.get(key) ?? room.value.px
  const wanted = computed(() => rows.value.map(({ key }) => ({ id: key, shape: [heightOf(key)] })))
  const hanging = railSignal({ wanted, why: () => 'bumped', monotonic, after })
  const starts = computed(() =>
    pageStarts(
      hanging.rail.value.map(({ shape: [px = 0] }) => px),
      room.value.roomPx,
      rowGap,
    ),
  )
  const pages = computed(() => starts.value.length)
  const page = signal(0)
  let lastSeen = new Map<string, PassRow>()
  const shown = computed(() => {
    const known = new Map([...lastSeen, ...rows.value.map((row) => [row.key, row] as const)])
    const at = Math.min(page.value, pages.value - 1)
    const from = starts.value[at] ?? 0
    const to = starts.value[at + 1] ?? hanging.rail.value.length
    const kept = hanging.rail.value.map(({ id, gone, shape: [px = 0] }): HungRow | undefined => {
      const row = known.get(id)
      return row && { row, px, isWhole: px >= heightOf(id), ...(gone === undefined ? {} : { gone }) }
    })
    lastSeen = new Map(kept.flatMap((hung) => (hung === undefined ? [] : [[hung.row.key, hung.row] as const])))
    return kept.slice(from, to).filter((hung) => hung !== undefined)
  })
  const stopPages = effect(() => {
    if (page.value >= pages.value) page.value = pages.value - 1
  })
  const asked = signal<string | undefined>(undefined)
  const selected = signal<string | undefined>(undefined)
  const news = signal<ReadonlyMap<string, RowNews>>(new Map())
  return {
    screen,
    rows,
    rowPx: computed(() => room.value.px),
    pages,
    page,
    shown,
    selected,
    news,
    asked,
    touched: hanging.touched,
    fingers: hanging.fingers,
    ...passActs(parts, asked, (key) => shown.peek().some(({ row, isWhole }) => row.key === key && isWhole)),
    dispose: () => {
      stopPages()
      hanging.dispose()
    },
  }
}
