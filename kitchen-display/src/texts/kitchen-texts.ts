// Every word of the kitchen's screens, in one shape for all languages. What a screen loads at once is short; the rest comes
// with the dialogs that need it.
import type { Allergen } from '@comanda/shared/model/menu'

/** What a tag in the bar is about. */
export type NoticeKind = 'ended' | 'storage' | 'silent' | 'printer' | 'sold-out' | 'update'

export type KitchenTexts = {
  readonly title: string
  readonly open: string
  readonly oldest: string
  readonly page: string
  readonly late: (count: number) => string
  readonly soon: (count: number) => string
  readonly clear: string
  readonly lastBump: (at: string) => string
  readonly waitingFirst: string
  // a slip
  readonly rush: string
  readonly remake: string
  readonly lateFlag: string
  readonly soonFlag: string
  readonly newFlag: string
  readonly changed: string
  readonly told: string
  readonly queued: (at: string) => string
  readonly onPaper: Readonly<Record<'printed' | 'sent' | 'older', string>>
  readonly course: (course: number) => string
  readonly drinks: string
  readonly covers: (count: number) => string
  readonly table: (name: string) => string
  readonly takeaway: string
  readonly barTab: string
  readonly paid: string
  readonly unpaid: string
  readonly from: (station: string) => string
  readonly addOn: string
  readonly no: string
  readonly extra: string
  readonly onSide: string
  readonly sentBack: (at: string, reason: string) => string
  readonly was: (at: string) => string
  readonly nothing: string
  readonly void: string
  readonly notStarted: string
  readonly made: string
  readonly allergy: string
  readonly seat: (seat: number) => string
  /** As short as it can be, beside a dish. */
  readonly seatMark: (seats: string) => string
  /** Where a ticket was before it moved. */
  readonly wasAt: (where: string) => string
  readonly wholeOrder: string
  readonly tapWhenSeen: string
  readonly seen: string
  readonly notRecorded: string
  readonly alsoAt: string
  readonly held: (course: string, items: number) => string
  readonly asked: string
  readonly refusedAsk: string
  readonly goesOn: string
  readonly hidden: string
  readonly bump: string
  readonly progress: (done: number, all: number) => string
  readonly undo: string
  readonly bumped: string
  readonly notSent: string
  readonly withdrawn: string
  readonly movedAway: string
  readonly seeAllergy: string
  readonly answerVoid: string
  // the panel
  readonly allDay: string
  readonly heldMore: (count: number) => string
  readonly counts: string
  readonly left: string
  readonly more: (count: number) => string
  readonly moreOldest: (age: string) => string
  readonly onPage: (page: number) => string
  readonly urgentWaiting: (count: number) => string
  readonly recall: string
  readonly nothingCooking: string
  // the head
  readonly menu: string
  readonly sound: string
  readonly soundOff: string
  readonly startShift: string
  readonly startShiftWhy: string
  readonly previousPage: string
  readonly nextPage: string
  readonly offline: string
  // old data
  readonly dataFrom: (at: string) => string
  readonly noConnection: (seconds: number) => string
  readonly notLive: string
  readonly notLiveWhy: (at: string) => string
  readonly peak: string
  readonly goesTo: (station: string) => string
  readonly started: string
  allergen(one: Allergen): string
  readonly notices: Readonly<Record<NoticeKind, string>>
  // what can be cancelled for three seconds
  readonly rushing: (where: string) => string
  readonly cancel: string
  readonly refused: string
  readonly ticketActions: (where: string) => string
}
