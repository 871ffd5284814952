// How the newest print of a bill fares, in words (BILL-4): nothing is called printed before its printer said so, and what
// this tablet could not send yet is on its way to nobody.
import { assertNever } from '@comanda/shared/domain/decision'
import type { Catalog } from '@comanda/shared/domain/state'
import type { BillPart } from '@comanda/shared/model/bill'
import type { Printer } from '@comanda/shared/model/floor'
import type { OrderId, PrinterId } from '@comanda/shared/model/ids'
import type { BillPrint, Order } from '@comanda/shared/model/order'
import type { CommandView } from '@comanda/sync-client/client-types'
import { argsOf, isWaiting } from '../asking/own-commands.ts'
import type { Texts } from '../texts/texts.ts'
import { type Choice, type PayingView, partOf } from './paying-view.ts'

export type PrintStrip = {
  readonly tone: 'plain' | 'ok' | 'warn'
  readonly title: string
  readonly more?: string
  /** Asked for once more, as it was. */
  readonly again: boolean
  /** Where it could go instead. */
  readonly others: readonly Printer[]
}

/** A print of this bill that the server has not answered. */
export const printUnsent = (orderId: OrderId, commands: readonly CommandView[]): boolean =>
  commands.some((command) => isWaiting(command) && argsOf(command, 'bill.print')?.orderId === orderId)

type Printers = Catalog['printers']

const allOf = (printers: Printers): Printer[] =>
  Object.values(printers)
    .flatMap((printer) => printer ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : 1))

export const printerName = (printers: Printers, id: PrinterId): string => printers[id]?.name ?? id

export const otherPrinters = (printers: Printers, than: PrinterId | undefined): Printer[] =>
  allOf(printers).filter(({ id }) => id !== than)

export type PrintStripInput = {
  readonly order: Pick<Order, 'id' | 'billPrint'>
  readonly printers: Printers
  readonly commands: readonly CommandView[]
  readonly isLive: boolean
  readonly texts: Texts
  readonly clock: (at: number) => string
}

type Words = Pick<PrintStrip, 'tone' | 'title' | 'more'>

function wordsOf(print: BillPrint, { printers, texts, clock }: PrintStripInput): Words {
  const { printing } = texts.bill
  const name = printerName(printers, print.printerId)
  switch (print.fate) {
    case 'asked':
      return { tone: 'plain', title: printing.asked(name) }
    case 'printed':
      return { tone: 'ok', title: printing.printed(clock(print.at), name) }
    case 'unconfirmed':
      return { tone: 'warn', title: printing.unconfirmed(name), more: printing.unconfirmedWhat }
    case 'trouble': {
      const problem = print.problem ?? 'unreachable'
      return { tone: 'warn', title: `${name}: ${texts.alerts.problems[problem]}`, more: printing.byItself[problem] }
    }
    case 'waited':
      return { tone: 'warn', title: printing.waited, more: name }
    default:
      return assertNever(print.fate)
  }
}

export function printStrip(input: PrintStripInput): PrintStrip | undefined {
  const { order, printers, commands, isLive, texts } = input
  const isUnsent = printUnsent(order.id, commands)
  if (isUnsent && !isLive) {
    const { queued, queuedWhat } = texts.bill.printing
    return { tone: 'warn', title: queued, more: queuedWhat, again: false, others: [] }
  }
  const print = order.billPrint
  if (print === undefined) return undefined
  const mayAsk = !isUnsent && print.fate !== 'asked'
  const others = isUnsent || print.fate === 'printed' ? [] : otherPrinters(printers, print.printerId)
  return { ...wordsOf(print, input), again: mayAsk, others }
}

/** What a print of the chosen part would be of; undefined: the bill as a whole. */
export function partToPrint(order: Order, view: PayingView, choice: Choice): BillPart | undefined {
  if (choice.mode === 'whole' || choice.mode === 'amount') return undefined
  return partOf(order, view, choice)
}
