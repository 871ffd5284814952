// Tickets on paper, after the commit (KDS-13, KDS-21). What was asked for and is not known to be printed stands in the
// state, so a restart goes on where the last run ended; and what is printed twice says so on the paper.

import type { Numbered } from '@comanda/shared/domain/commands'
import type { DomainEvent } from '@comanda/shared/domain/events'
import type { State } from '@comanda/shared/domain/state'
import { ticketCard } from '@comanda/shared/domain/ticket-card'
import type { PrinterProblem } from '@comanda/shared/model/floor'
import type { CommandId, PrinterId, TicketId } from '@comanda/shared/model/ids'
import type { Instant } from '@comanda/shared/model/instant'
import type { Ticket } from '@comanda/shared/model/ticket'
import type { Clock, Timers } from '@comanda/shared/ports/time'
import { encodeSlip } from './esc-pos.ts'
import type { PrinterPort } from './printer-port.ts'
import { type Job, PrinterQueue, type Tried } from './printer-queue.ts'
import { ticketSlip } from './ticket-slip.ts'

export type PrintDeskPorts = {
  readonly clock: Clock
  readonly timers: Timers
  readonly printer: PrinterPort
  readonly state: () => State
  readonly newCommandId: () => CommandId
  readonly ask: (command: Numbered) => void
  readonly failed: (cause: unknown) => void
}

type Asked = { readonly printerId: PrinterId; readonly ticketId: TicketId; readonly backup: boolean }

export class PrintDesk {
  readonly #ports: PrintDeskPorts
  readonly #queues = new Map<PrinterId, PrinterQueue>()

  constructor(ports: PrintDeskPorts) {
    this.#ports = ports
    for (const ticket of ports.state().tickets.values()) {
      for (const asked of leftOver(ports.state(), ticket)) this.#add(asked, true)
    }
  }

  committed(events: readonly DomainEvent[]): void {
    for (const event of events) if (event.type === 'ticket.print-asked') this.#add(event, false)
  }

  stop(): void {
    for (const queue of this.#queues.values()) queue.stop()
  }

  #add({ printerId, ticketId, backup }: Asked, again: boolean): void {
    const queue = this.#queues.get(printerId) ?? this.#open(printerId)
    queue.add({ ticketId, backup, again })
  }

  #open(printerId: PrinterId): PrinterQueue {
    const { timers, failed } = this.#ports
    const queue = new PrinterQueue({
      timers,
      failed,
      print: (job) => this.#print(printerId, job),
      tell: (problem) => this.#report(printerId, problem),
    })
    this.#queues.set(printerId, queue)
    return queue
  }

  async #print(printerId: PrinterId, job: Job): Promise<Tried> {
    const state = this.#ports.state()
    const ticket = state.tickets.get(job.ticketId)
    const printer = state.catalog.printers[printerId]
    if (printer === undefined || ticket === undefined || !isWanted(ticket, job)) return { kind: 'gone' }
    const slip = composed(state, ticket, job, this.#ports.clock.now())
    if (slip === undefined) return { kind: 'gone' }
    const outcome = await this.#ports.printer(printer, slip)
    const taken = outcome.kind === 'unconfirmed' && printer.silent === true ? { kind: 'printed' as const } : outcome
    if (taken.kind === 'printed') {
      const args = { ticketId: ticket.id, printerId, version: ticket.version, backup: job.backup }
      this.#ports.ask({ type: 'ticket.mark-printed', args, id: this.#ports.newCommandId() })
    }
    return taken
  }

  #report(printerId: PrinterId, problem: PrinterProblem | undefined): void {
    const args = { printerId, ...(problem === undefined ? {} : { problem }) }
    this.#ports.ask({ type: 'printer.report', args, id: this.#ports.newCommandId() })
  }
}

/** What was asked of a printer and never came back as printed. */
function leftOver(state: State, ticket: Ticket): Asked[] {
  const station = state.catalog.stations[ticket.stationId]
  const { id: ticketId, printed, printAsked, backupPrinted } = ticket
  return [
    ...(station?.printerId !== undefined && printAsked > printed
      ? [{ printerId: station.printerId, ticketId, backup: false }]
      : []),
    ...(station?.backupPrinterId !== undefined && backupPrinted > printed
      ? [{ printerId: station.backupPrinterId, ticketId, backup: true }]
      : []),
  ]
}

/** A backup that waited until the screen showed the ticket after all would only be cooked twice. */
const isWanted = (ticket: Ticket, { backup }: Job): boolean =>
  ticket.status !== 'bumped' && (backup ? ticket.confirmed < ticket.version : ticket.printed < ticket.version)

function composed(state: State, ticket: Ticket, { backup, again }: Job, now: Instant): Uint8Array | undefined {
  const card = ticketCard(state, ticket, now)
  if (card === undefined) return undefined
  const { settings, stations } = state.catalog
  const format = new Intl.DateTimeFormat(settings.locale, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: settings.zone,
  })
  const stationName: Parameters<typeof ticketSlip>[0]['stationName'] = (id) =>
    stations[id]?.name[settings.language] ?? id
  return encodeSlip(
    ticketSlip({
      card,
      language: settings.language,
      station: stationName(ticket.stationId),
      stationName,
      clock: (at) => format.format(at),
      printedAt: now,
      backup,
      again,
    }),
  )
}
