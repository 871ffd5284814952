// What a row of my tables says: what it needs in words, and beneath it how the table stands.
import type { State } from '@comanda/shared/domain/state'
import type { LocalText } from '@comanda/shared/model/text'
import type { Texts } from '../texts/texts.ts'
import type { MyTable } from './my-table.ts'

export type Saying = {
  readonly texts: Texts
  readonly state: State
  pick(text: LocalText): string
  clock(at: number): string
  nameOf(staffId: string): string
  readonly me: string | undefined
}

const stageWords = ({ home }: Texts): Readonly<Record<MyTable['staged']['stage'], string>> => ({
  free: home.free,
  seated: home.nothingYet,
  ordered: home.cooking,
  ready: home.readyStage,
  served: home.eating,
  bill: home.billStage,
  'to-clear': home.clearStage,
})

const courses = (all: readonly number[], texts: Texts): string =>
  all.map((course) => texts.order.course(course)).join(', ')

export function headline(row: MyTable, { texts, state, pick }: Saying): string {
  const { home, order } = texts
  const { need, staged } = row
  if (need === undefined) return stageWords(texts)[staged.stage]
  switch (need.kind) {
    case 'badge':
      switch (need.badge.kind) {
        case 'call': {
          const call = [...state.calls.values()].find(
            (one) => one.tableId === row.tableId && one.resolvedAt === undefined && one.at === need.since,
          )
          if (call?.kind === 'bill') return call.payBy === undefined ? home.wantsBill : home.wantsBillBy[call.payBy]
          return call?.kind === 'water' ? home.wantsWater : home.calls
        }
        case 'ready':
          return row.readyCourses.length === 0 ? home.readyStage : home.ready(courses(row.readyCourses, texts))
        case 'late':
          return row.late === undefined ? home.lateNoDish : home.late(pick(row.late))
        case 'bill':
          return home.wantsBill
      }
      break
    case 'asking':
      return home.asking
    case 'kitchen-asks':
      return home.kitchenAsks
    case 'held':
      return home.held(order.course(need.course))
    case 'draft':
      return need.dishes === 0 ? home.nothingYet : home.draft(need.dishes)
    case 'long-wait':
      return staged.stage === 'seated' ? home.nothingYet : home.longSince
  }
  return ''
}

export function detail(row: MyTable, saying: Saying): string {
  const { texts, state, clock, nameOf, me } = saying
  const { home } = texts
  const { need, staged, covers, coversAssumed, tableId } = row
  const author = need?.kind === 'draft' && need.by !== undefined && need.by !== me ? need.by : undefined
  const seats = tableId === undefined ? 0 : (state.catalog.tables[tableId]?.seats ?? 0)
  const guests = coversAssumed ? home.seats(covers) : home.guests(covers)
  const people = covers > 0 ? guests : seats > 0 ? home.seats(seats) : ''
  const taker = need?.kind === 'badge' && 'takenBy' in need.badge ? need.badge.takenBy : undefined
  const stands =
    need !== undefined && staged.since !== undefined
      ? `${home.stages[staged.stage].toLowerCase()} ${clock(staged.since)}`
      : ''
  const held = row.heldCourses.length === 0 ? '' : home.heldCourses(courses(row.heldCourses, texts))
  return [
    author === undefined ? '' : home.writtenBy(nameOf(author)),
    taker === undefined ? '' : home.goes(nameOf(taker)),
    people,
    stands,
    held,
  ]
    .filter((word) => word !== '')
    .join(', ')
}
