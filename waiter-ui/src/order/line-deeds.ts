// What may be asked of one sent line, and of several at once.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { ChosenModifier } from '@comanda/shared/domain/commands/draft'
import type { TableId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import type { Line, Order } from '@comanda/shared/model/order'
import { deed, type Scene } from '../asking/deed.ts'

export type LineInput = { readonly order: Order; readonly line: Line }
export type ReasonInput = LineInput & { readonly reason: string; readonly quantity?: number }

const dish = ({ pick }: Scene, { line, reason, quantity = line.quantity }: ReasonInput): string =>
  `${quantity} ${pick(line.name)}, ${reason}`

const named = ({ order, line }: LineInput) => ({ orderId: order.id, lineId: line.id })
const part = (quantity: number | undefined, line: Line): { quantity?: number } =>
  quantity === undefined || quantity === line.quantity ? {} : { quantity }

export const takeBack = deed<LineInput>({
  name: 'take-back',
  label: ({ order }) => order.takeBack,
  icon: 'undo',
  tone: 'primary',
  command: (input) => ({ type: 'line.take-back', args: named(input) }),
})

export const serveLine = deed<LineInput>({
  name: 'serve-line',
  label: ({ order }) => order.served,
  icon: 'check',
  command: ({ order, line }) =>
    line.status === 'served' || line.status === 'held' || line.status === 'asking'
      ? undefined
      : { type: 'lines.serve', args: { orderId: order.id, lineIds: [line.id] } },
})

export const voidLine = deed<ReasonInput>({
  name: 'void-line',
  label: ({ order }) => order.voidLine,
  icon: 'trash',
  tone: 'danger',
  note: dish,
  command: (input) => ({
    type: 'line.void',
    args: { ...named(input), reason: input.reason, ...part(input.quantity, input.line) },
  }),
})

export const sendBack = deed<ReasonInput>({
  name: 'send-back',
  label: ({ order }) => order.sendBack,
  icon: 'again',
  command: (input) => ({
    type: 'line.send-back',
    args: { ...named(input), reason: input.reason, ...part(input.quantity, input.line) },
  }),
})

export type Change = {
  readonly quantity: number
  readonly note: string
  readonly seat: number | undefined
  readonly modifiers?: readonly ChosenModifier[]
}

const sameModifiers = (line: Line, chosen: readonly ChosenModifier[]): boolean =>
  line.modifiers.length === chosen.length &&
  line.modifiers.every(
    ({ modifierId, prefix }, i) => modifierId === chosen[i]?.modifierId && prefix === chosen[i]?.prefix,
  )

/** Only what differs is asked for: the kitchen sees old -> new of that alone (ORD-11). */
export function changeArgs({ order, line }: LineInput, change: Change): CommandOf<'line.change'>['args'] | undefined {
  const note = change.note.trim()
  const modifiers =
    change.modifiers === undefined || sameModifiers(line, change.modifiers) ? undefined : change.modifiers
  const args = {
    ...(change.quantity === line.quantity ? {} : { quantity: change.quantity }),
    ...(note === (line.note ?? '') ? {} : { note: note === '' ? null : note }),
    ...(change.seat === line.seat ? {} : { seat: change.seat ?? null }),
    ...(modifiers === undefined ? {} : { modifiers: [...modifiers] }),
  }
  return Object.keys(args).length === 0 ? undefined : { orderId: order.id, lineId: line.id, ...args }
}

export const changeLine = deed<LineInput & { readonly change: Change }>({
  name: 'change-line',
  label: ({ order }) => order.saveChange,
  icon: 'pencil',
  tone: 'primary',
  command: (input) => {
    const args = changeArgs(input, input.change)
    return args === undefined ? undefined : { type: 'line.change', args }
  },
})

export const shareLine = deed<LineInput & { readonly seats: readonly number[] }>({
  name: 'share-line',
  label: ({ order }) => order.share,
  icon: 'people',
  command: (input) => ({ type: 'line.share', args: { ...named(input), seats: [...input.seats] } }),
})

export type LinesInput = { readonly order: Order; readonly lines: readonly Line[] }

const ids = ({ lines }: LinesInput) => lines.map(({ id }) => id)

/** `quantity`: of one line that several were ordered of, only so many go. */
export type SomeInput = LinesInput & { readonly quantity?: number }

const some = ({ lines, quantity }: SomeInput) =>
  lines.map((line) => ({ lineId: line.id, ...(lines.length === 1 ? part(quantity, line) : {}) }))

export const recourse = deed<LinesInput & { readonly course: Course }>({
  name: 'recourse',
  label: ({ order }, { course }) => order.toCourseSpoken(order.course(course)),
  command: (input) =>
    input.lines.length === 0
      ? undefined
      : { type: 'lines.recourse', args: { orderId: input.order.id, lineIds: ids(input), course: input.course } },
})

export type LinesTarget = { readonly tableId: TableId } | { readonly orderId: Order['id'] }

/** To any table, in one action: whoever sits there gets them, and nothing is fired again (ORD-12). */
export const moveLines = deed<SomeInput & { readonly to: LinesTarget }>({
  name: 'move-lines',
  label: ({ order }) => order.toTable,
  icon: 'move',
  command: (input) =>
    input.lines.length === 0
      ? undefined
      : {
          type: 'lines.move',
          args: { orderId: input.order.id, lines: some(input), to: input.to },
        },
})

export const splitOff = deed<SomeInput>({
  name: 'split-off',
  label: ({ order }) => order.splitOff,
  icon: 'split',
  command: (input) =>
    input.lines.length === 0
      ? undefined
      : { type: 'order.split', args: { orderId: input.order.id, lines: some(input) } },
})

export const serveLines = deed<LinesInput>({
  name: 'serve-lines',
  label: ({ order }, { lines }) => order.serve(lines.length),
  icon: 'check',
  command: (input) =>
    input.lines.length === 0
      ? undefined
      : { type: 'lines.serve', args: { orderId: input.order.id, lineIds: ids(input) } },
})
