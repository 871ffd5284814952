// Paper, after the commit (KDS-13, KDS-21, BILL-4). What was asked for and is not known to be printed stands in the state,
// so a restart goes on where the last run ended; and what is printed twice says so on the paper.

import type { Numbered } from '@comanda/shared/domain/commands'
import { assertNever } from '@comanda/shared/domain/decision'
import type { DomainEvent, Recorded } from '@comanda/shared/domain/events'
import type { State } from '@comanda/shared/domain/state'
import type { PrinterProblem } from '@comanda/shared/model/floor'
import type { CommandId, PrinterId } from '@comanda/shared/model/ids'
import type { Clock, Timers } from '@comanda/shared/ports/time'
import { billAskedIn, billsLeft, composeBill } from './bill-work.ts'
import type { Asked, Composing, PrintWork, Report } from './print-work.ts'
import type { PrinterPort } from './printer-port.ts'
import { PrinterQueue, type Tried } from './printer-queue.ts'
import { composeTicket, ticketAskedIn, ticketsLeft } from './ticket-work.ts'

export type PrintDeskPorts = {
  readonly clock: Clock
  readonly timers: Timers
  readonly printer: PrinterPort
  readonly state: () => State
  readonly newCommandId: () => CommandId
  readonly ask: (command: Numbered) => void
  readonly failed: (cause: unknown) => void
}

function askedIn(event: DomainEvent): Asked | undefined {
  switch (event.type) {
    case 'ticket.print-asked':
      return ticketAskedIn(event)
    case 'bill.printed':
      return billAskedIn(event)
    default:
      return undefined
  }
}

export class PrintDesk {
  readonly #ports: PrintDeskPorts
  readonly #queues = new Map<PrinterId, PrinterQueue<PrintWork>>()

  constructor(ports: PrintDeskPorts) {
    this.#ports = ports
    const state = ports.state()
    for (const asked of [...ticketsLeft(state), ...billsLeft(state)]) this.#add(asked)
  }

  /** Heard with every commit: an event that asks for no paper costs nothing. */
  committed(recorded: readonly Recorded[]): void {
    for (const { event } of recorded) {
      const asked = askedIn(event)
      if (asked !== undefined) this.#add(asked)
    }
  }

  stop(): void {
    for (const queue of this.#queues.values()) queue.stop()
  }

  #add({ printerId, work }: Asked): void {
    const queue = this.#queues.get(printerId) ?? this.#open(printerId)
    queue.add(work)
  }

  #open(printerId: PrinterId): PrinterQueue<PrintWork> {
    const { timers, failed } = this.#ports
    const queue = new PrinterQueue<PrintWork>({
      timers,
      failed,
      print: (work) => this.#print(printerId, work),
      tell: (problem) => this.#tellOf(printerId, problem),
    })
    this.#queues.set(printerId, queue)
    return queue
  }

  async #print(printerId: PrinterId, work: PrintWork): Promise<Tried> {
    const printer = this.#ports.state().catalog.printers[printerId]
    if (printer === undefined) return { kind: 'gone' }
    const composed = this.#compose(printerId, work)
    if (composed.kind === 'unwanted') {
      this.#report(composed.report)
      return { kind: 'gone' }
    }
    const { bytes, report, insists } = composed.slip
    const outcome = await this.#ports.printer(printer, bytes)
    const taken = outcome.kind === 'unconfirmed' && printer.silent === true ? { kind: 'printed' as const } : outcome
    this.#report(report(taken))
    return taken.kind === 'unconfirmed' && !insists ? { kind: 'gone' } : taken
  }

  #compose(printerId: PrinterId, work: PrintWork): Composing {
    const state = this.#ports.state()
    const now = this.#ports.clock.now()
    switch (work.kind) {
      case 'ticket':
        return composeTicket(state, work, printerId, now)
      case 'bill':
        return composeBill(state, work, printerId, now)
      default:
        return assertNever(work)
    }
  }

  #report(report: Report | undefined): void {
    if (report !== undefined) this.#ports.ask({ ...report, id: this.#ports.newCommandId() })
  }

  #tellOf(printerId: PrinterId, problem: PrinterProblem | undefined): void {
    const args = { printerId, ...(problem === undefined ? {} : { problem }) }
    this.#ports.ask({ type: 'printer.report', args, id: this.#ports.newCommandId() })
  }
}
