// A ticket on paper (KDS-1, KDS-21): the same facts as on a screen, because it may be all that a cook has. Every version
// prints whole, so the newest slip alone is enough.

import type { CardLine, TicketCard } from '@comanda/shared/domain/ticket-card'
import type { Instant } from '@comanda/shared/model/instant'
import type { Allergy, LineModifier } from '@comanda/shared/model/order'
import type { Language } from '@comanda/shared/model/text'
import { pair, rule, type Slip, type SlipLine, text } from './slip.ts'
import { type SlipWords, slipWords } from './slip-words.ts'

export type TicketPrint = {
  readonly card: TicketCard
  readonly language: Language
  readonly station: string
  readonly stationName: (id: TicketCard['alsoAt'][number]) => string
  readonly clock: (at: Instant) => string
  readonly printedAt: Instant
  /** No screen showed it in time (KDS-13). */
  readonly backup: boolean
  /** It was sent to this printer before, and nobody knows whether it came out. */
  readonly again: boolean
}

export function ticketSlip(print: TicketPrint): Slip {
  const words = slipWords[print.language]
  return [
    ...marks(print, words),
    ...header(print, words),
    rule,
    ...allergies(print.card.allergies, words),
    ...(print.card.ticket.status === 'withdrawn' ? [text(words.withdrawn, { size: 'tall', inverse: true })] : []),
    ...print.card.lines.flatMap((line, index) => lineRows(line, print, words, index)),
    rule,
    ...footer(print, words),
  ]
}

function marks({ card, backup, again }: TicketPrint, words: SlipWords): readonly SlipLine[] {
  const loud = (content: string): SlipLine => text(` ${content} `, { size: 'double', inverse: true, align: 'centre' })
  return [
    ...(backup ? [loud(words.backup)] : []),
    ...(again ? [text(words.again, { bold: true })] : []),
    ...(card.ticket.rush ? [loud(words.rush)] : []),
    ...(card.ticket.remake ? [loud(words.remake)] : []),
  ]
}

function header({ card, station, clock }: TicketPrint, words: SlipWords): readonly SlipLine[] {
  const where = card.table === undefined ? words.types[card.type] : `${words.table} ${card.table}`
  const course = card.ticket.course === 0 ? words.drinks : `${words.course} ${card.ticket.course}`
  return [
    pair(where, `#${card.number}`, { size: 'double', bold: true }),
    ...(card.name === undefined ? [] : [text(card.name, { size: 'tall', bold: true })]),
    pair(station, clock(card.ticket.firedAt), { size: 'tall' }),
    pair(`${course} · ${card.covers} ${words.covers}`, card.waiter ?? ''),
    ...(card.table === undefined || card.type === 'dine-in' ? [] : [text(words.types[card.type])]),
    ...(card.note === undefined ? [] : [text(card.note, { bold: true })]),
  ]
}

function allergies(declared: readonly Allergy[], words: SlipWords): readonly SlipLine[] {
  return declared.map((allergy) => {
    const whose = allergy.seat === undefined ? words.wholeOrder : `${words.seat} ${allergy.seat}`
    const what = [...allergy.allergens.map(words.allergen), allergy.text ?? ''].filter((one) => one !== '')
    return text(`${words.allergy} (${whose}): ${what.join(', ')}`, { size: 'tall', bold: true, inverse: true })
  })
}

function lineRows(card: CardLine, print: TicketPrint, words: SlipWords, index: number): readonly SlipLine[] {
  const { entry, line, mark, round } = card
  const gone = line.status === 'voided' || line.status === 'taken-back'
  const under: SlipLine[] = []
  const note = (content: string, loud = false): void => {
    under.push(text(content, { indent: 3, bold: loud }))
  }
  for (const modifier of line.modifiers) note(modifierText(modifier, words), modifier.prefix === 'no')
  if (line.note !== undefined) note(`"${line.note}"`, true)
  if (entry.before !== undefined) note(beforeText(card, words))
  if (mark.kind === 'contains')
    under.push(
      text(`${words.contains} ${mark.allergens.map(words.allergen).join(', ')}`, {
        indent: 3,
        bold: true,
        inverse: true,
      }),
    )
  if (mark.kind === 'not-recorded') note(words.notRecorded, true)
  if (round?.alreadyTold === true) note(words.alreadyTold, true)
  else if (round?.queuedSince !== undefined) note(`${words.queued} ${print.clock(round.queuedSince)}`, true)
  const name = `${line.quantity} ${line.kitchenName}${line.grams === undefined ? '' : ` ${line.grams} ${words.grams}`}`
  const state = gone
    ? words.voided
    : entry.done
      ? words.done
      : line.seat === undefined
        ? ''
        : `${words.seat} ${line.seat}`
  const firstAddition = entry.addedAt !== undefined && print.card.lines[index - 1]?.entry.addedAt === undefined
  return [
    ...(firstAddition ? [text(`--- ${words.addOn} ---`, { bold: true })] : []),
    pair(name, state, { size: 'tall', bold: !entry.done, inverse: gone }),
    ...under,
  ]
}

function modifierText({ prefix, kitchenName }: LineModifier, words: SlipWords): string {
  return prefix === undefined ? `+ ${kitchenName}` : `${words.prefixes[prefix]} ${kitchenName}`
}

function beforeText({ entry }: CardLine, words: SlipWords): string {
  const { quantity, modifiers, note, kitchenName } = entry.before ?? {}
  const parts = [
    ...(quantity === undefined ? [] : [`${quantity}`]),
    ...(kitchenName === undefined ? [] : [kitchenName]),
    ...(modifiers ?? []).map((modifier) => modifierText(modifier, words)),
    ...(note === undefined || note === null ? [] : [`"${note}"`]),
  ]
  return `${words.changed}, ${words.was}: ${parts.length === 0 ? '-' : parts.join(', ')}`
}

function footer({ card, stationName, clock, printedAt }: TicketPrint, words: SlipWords): readonly SlipLine[] {
  return [
    ...(card.alsoAt.length === 0 ? [] : [text(`${words.alsoAt}: ${card.alsoAt.map(stationName).join(', ')}`)]),
    ...(card.heldCourses.length === 0
      ? []
      : [text(card.heldCourses.map((course) => `${words.course} ${course} ${words.held}`).join(' · '))]),
    pair(clock(printedAt), `v${card.ticket.version}`),
  ]
}
