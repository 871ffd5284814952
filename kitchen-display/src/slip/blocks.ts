// A slip's content as blocks one above the other, each with the height it is drawn in. Cutting and placing only know heights;
// the same blocks are then drawn.
import type { StationId } from '@comanda/shared/model/ids'
import type { Measures } from '../layout/grid.ts'
import { type MeasureText, textRows } from '../layout/text-rows.ts'
import type { KitchenTexts } from '../texts/kitchen-texts.ts'
import type { Option, SlipGroup, SlipLine, SlipView, Was } from './slip-view.ts'

export type Block =
  | { readonly kind: 'allergies'; readonly key: string; readonly px: number }
  | { readonly kind: 'note'; readonly key: string; readonly px: number; readonly text: string }
  | { readonly kind: 'rule'; readonly key: string; readonly px: number; readonly group: SlipGroup }
  | { readonly kind: 'line'; readonly key: string; readonly px: number; readonly line: SlipLine }

export type Paper = {
  readonly measures: Measures
  readonly columnPx: number
  readonly text: MeasureText
  readonly words: KitchenTexts
  readonly places: Places
}

/** What is known of stations and times beyond a ticket. */
export type Places = {
  /** Whose tickets hang on this screen. */
  readonly own: readonly StationId[]
  readonly nameOf: (id: StationId) => string | undefined
  readonly clock: (at: number) => string
}

/** Whose a dish is, in the corner of its row. */
export const seatText = ({ seats }: Pick<SlipLine, 'seats'>, words: KitchenTexts): string =>
  seats.length === 0 ? '' : words.seatMark(seats.join('+'))

/** Room kept for the tick or the triangle beside a name. */
const signEm = 1.05

export const optionText = ({ kind, text }: Option, words: KitchenTexts): string => {
  switch (kind) {
    case 'no':
      return `${words.no} ${text}`
    case 'extra':
      return `${words.extra} ${text}`
    case 'side':
      return `${text} ${words.onSide}`
    case 'plus':
      return `+ ${text}`
    case 'plain':
      return text
  }
}

/** What stood there before the change. */
export const wasText = (was: Was, words: KitchenTexts): string => {
  const parts = [
    was.name,
    was.quantity === undefined ? undefined : `${was.quantity}×`,
    ...(was.options ?? []).map((option) => optionText(option, words)),
    was.options?.length === 0 || was.note === null ? words.nothing : undefined,
    was.note ?? undefined,
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

const textPx = (text: string, size: number, bold: boolean, width: number, rowPx: number, paper: Paper): number =>
  textRows(text, width, size, bold, paper.text) * rowPx

const linePx = (line: SlipLine, paper: Paper): number => {
  const { measures: m, columnPx, words } = paper
  const inner = columnPx - 2 * m.pad - m.quantity
  const hasSign = line.done || line.mark.kind !== 'clear'
  const seat = seatText(line, words)
  const seatPx = seat === '' ? 0 : paper.text(seat, m.small, true) + m.pad
  const namePx = inner - seatPx - (hasSign ? m.item * signEm : 0)
  let px = 2 * m.linePad + textPx(line.name, m.item, false, namePx, m.itemRow, paper)
  for (const option of line.options) {
    // the knock-out of a NO takes some room of its own
    const width = option.kind === 'no' ? inner - m.pad * 2 : inner
    px += textPx(optionText(option, words), m.modifier, option.kind === 'no', width, m.modifierRow, paper)
  }
  const notes = (text: string) => textPx(text, m.note, false, inner, m.noteRow, paper)
  if (line.note !== undefined) px += notes(line.note)
  if (line.was !== undefined) px += notes(`${words.was('00:00')} ${wasText(line.was, words)}`)
  if (line.mark.kind === 'not-recorded') px += notes(words.notRecorded)
  if (line.mark.kind === 'contains') px += notes(line.mark.allergens.map(words.allergen).join(', '))
  if (line.remade !== undefined) px += notes(words.sentBack('00:00', line.remade.reason))
  if (line.ask !== undefined) px += m.noteRow
  if (line.voided !== undefined) px += notes(`${words.void}    ${line.voided}`) + m.touch + m.pad
  return px
}

/** What an allergy is called on the band. */
export const allergyText = ({ allergens, text }: SlipView['allergies'][number], words: KitchenTexts): string =>
  [...allergens.map(words.allergen), ...(text === undefined ? [] : [text])].join(', ')

const bandPx = (view: SlipView, paper: Paper): number => {
  const { measures: m, columnPx, words } = paper
  const inner = columnPx - 2 * m.pad - m.quantity
  let px = m.pad
  for (const allergy of view.allergies) {
    const seat = allergy.seat === undefined ? words.wholeOrder : words.seat(allergy.seat)
    px += textPx(allergyText(allergy, words), m.modifier, true, inner, m.modifierRow, paper)
    px += textPx(`${seat} · ${words.tapWhenSeen}`, m.small, false, inner, m.noteRow, paper)
  }
  return Math.max(m.touch, px) + Math.round(m.pad / 2)
}

export const blocksOf = (view: SlipView, paper: Paper): Block[] => {
  const { measures: m } = paper
  const blocks: Block[] = []
  if (view.allergies.length > 0) blocks.push({ kind: 'allergies', key: 'allergies', px: bandPx(view, paper) })
  if (view.note !== undefined) {
    const width = paper.columnPx - 2 * m.pad
    const px = textPx(view.note, m.note, true, width, m.noteRow, paper) + m.pad
    blocks.push({ kind: 'note', key: 'note', px, text: view.note })
  }
  for (const [index, group] of view.groups.entries()) {
    const isMarked = group.addedAt !== undefined || group.told || group.queuedSince !== undefined
    if (isMarked) blocks.push({ kind: 'rule', key: `rule-${index}`, px: m.rule + m.pad, group })
    for (const line of group.lines) blocks.push({ kind: 'line', key: line.lineId, px: linePx(line, paper), line })
  }
  return blocks
}

/** Who else works on the order. What hangs on this very screen is seen. */
export const alsoAtText = (view: SlipView, { places, words }: Paper): string => {
  const names = view.alsoAt.filter((id) => !places.own.includes(id)).flatMap((id) => places.nameOf(id) ?? [])
  return names.length === 0 ? '' : `${words.alsoAt} ${names.join(', ')}`
}

/** What a cook may need to know about the ticket and not about a dish; whose it is, where several stations hang. */
export const marksText = (view: SlipView, { places, words }: Paper): string => {
  const { ticket, order, printed } = view
  const from = ticket.firedFor === undefined ? undefined : places.nameOf(ticket.firedFor)
  const isTakeaway = order.type === 'takeaway'
  return [
    places.own.length > 1 ? places.nameOf(ticket.stationId) : undefined,
    printed === undefined ? undefined : words.onPaper[printed],
    from === undefined ? undefined : words.from(from),
    isTakeaway && order.promisedAt !== undefined ? places.clock(order.promisedAt) : undefined,
    isTakeaway ? (order.paid ? words.paid : words.unpaid) : undefined,
  ]
    .filter((mark) => mark !== undefined)
    .join(' · ')
}

/** The heights of both: nothing of them is cut. */
export const marksPx = (marks: string, paper: Paper): number =>
  marks === '' ? 0 : textPx(marks, paper.measures.small, true, slipInner(paper), paper.measures.marks, paper)

export const feetPx = (also: string, view: SlipView, paper: Paper): number => {
  const { measures: m } = paper
  const rows =
    (also === '' ? 0 : textPx(also, m.small, true, slipInner(paper), m.foot, paper)) + view.held.length * m.foot
  return rows === 0 ? 0 : rows + m.pad
}

const slipInner = ({ columnPx, measures }: Paper): number => columnPx - 2 * measures.pad
