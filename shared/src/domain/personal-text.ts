// Where the words that people write about guests lie in each event: names, notes, allergy texts, questions of a cook.
// They are kept beside the log and can be erased; everything else in an event stays for ever. Staff names, reasons and
// publication notes are the business's own record and are not personal in this sense.
import type { Allergy } from '../model/order.ts'
import type { LineBefore } from '../model/ticket.ts'
import type { DomainEvent } from './events.ts'

/** What an erased text reads as. */
export const erasedText = '[erased]'

type Replace = (text: string) => string

const inNote = <Holder extends { note?: string | undefined }>(holder: Holder, replace: Replace): Holder =>
  holder.note === undefined ? holder : { ...holder, note: replace(holder.note) }

const inAllergy = (allergy: Allergy, replace: Replace): Allergy =>
  allergy.text === undefined ? allergy : { ...allergy, text: replace(allergy.text) }

const inBefore = (before: LineBefore, replace: Replace): LineBefore =>
  typeof before.note === 'string' ? { ...before, note: replace(before.note) } : before

/** The same event with each personal text replaced. Calls `replace` in a fixed order; copies only what holds a text. */
export const replacePersonalTexts = (event: DomainEvent, replace: Replace): DomainEvent => {
  switch (event.type) {
    case 'order.opened':
      return event.order.name === undefined
        ? event
        : { ...event, order: { ...event.order, name: replace(event.order.name) } }
    case 'order.noted':
      return event.note === null ? event : { ...event, note: replace(event.note) }
    case 'lines.moved':
      return event.allergies.length === 0
        ? event
        : { ...event, allergies: event.allergies.map((allergy) => inAllergy(allergy, replace)) }
    case 'allergy.declared':
      return { ...event, allergy: inAllergy(event.allergy, replace) }
    case 'round.sent':
      return event.lines.some((line) => line.note !== undefined)
        ? { ...event, lines: event.lines.map((line) => inNote(line, replace)) }
        : event
    case 'line.changed':
      return {
        ...event,
        before: inBefore(event.before, replace),
        note: event.note === null ? null : replace(event.note),
        ...(event.substitute === undefined ? {} : { substitute: inNote(event.substitute, replace) }),
      }
    case 'line.sent-back':
      return { ...event, remake: inNote(event.remake, replace) }
    case 'ask.raised':
      return { ...event, ask: { ...event.ask, message: replace(event.ask.message) } }
    default:
      return event
  }
}
