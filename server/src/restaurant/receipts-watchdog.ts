// Knows which versions of tickets no screen has shown yet, and turns what screens say they painted into one command (KDS-13).
// Invariant: per station and version the first receipt is asked for once; one that dies with the program is missing in the
// state, so the next start watches that ticket again.

import type { DomainEvent } from '@comanda/shared/domain/events'
import type { State } from '@comanda/shared/domain/state'
import { visitSubjects } from '@comanda/shared/domain/timers'
import type { DeviceId, StationId, TicketId } from '@comanda/shared/model/ids'
import type { Ticket } from '@comanda/shared/model/ticket'
import type { Millis, Timers } from '@comanda/shared/ports/time'

/** Screens paint what came together within moments, and every room hears of a receipt: one for all of that. */
const gathering: Millis = 200
const mostTickets = 2_000

export type Receipt = { readonly ticketId: TicketId; readonly version: number }

export type ReceiptPorts = {
  readonly timers: Timers
  readonly confirm: (deviceId: DeviceId, tickets: readonly Receipt[]) => void
}

export class ReceiptsWatchdog {
  readonly #ports: ReceiptPorts
  /** By station: tickets with a version that nobody confirmed. */
  readonly #unconfirmed = new Map<StationId, Map<TicketId, number>>()
  readonly #stationOf = new Map<TicketId, StationId>()
  /** What screens said they painted and was not handed on yet. */
  readonly #painted = new Map<DeviceId, Map<TicketId, number>>()
  readonly #paintedVersion = new Map<TicketId, number>()
  #gathers = false

  constructor(ports: ReceiptPorts, state: State) {
    this.#ports = ports
    for (const ticket of state.tickets.values()) this.#watch(ticket)
  }

  committed(state: State, events: readonly DomainEvent[]): void {
    for (const event of events) {
      visitSubjects(event, (subject) => {
        if (subject.kind !== 'ticket') return
        const ticket = state.tickets.get(subject.id)
        if (ticket === undefined) this.#forget(subject.id)
        else this.#watch(ticket)
      })
    }
  }

  painted(deviceId: DeviceId, stations: readonly StationId[], seq: number): void {
    for (const station of stations) {
      const waiting = this.#unconfirmed.get(station)
      if (waiting === undefined) continue
      for (const [ticketId, version] of waiting) {
        if (version > seq) continue
        waiting.delete(ticketId)
        this.#stationOf.delete(ticketId)
        this.#take(deviceId, ticketId, version)
      }
    }
  }

  #watch(ticket: Ticket): void {
    const { id, version, stationId } = ticket
    const waits =
      ticket.status !== 'withdrawn' && ticket.confirmed < version && (this.#paintedVersion.get(id) ?? 0) < version
    const before = this.#stationOf.get(id)
    if (before !== undefined && !(waits && before === stationId)) this.#forget(id)
    if (!waits) return
    const waiting = this.#unconfirmed.get(stationId) ?? new Map<TicketId, number>()
    waiting.set(id, version)
    this.#unconfirmed.set(stationId, waiting)
    this.#stationOf.set(id, stationId)
  }

  #forget(ticketId: TicketId): void {
    const station = this.#stationOf.get(ticketId)
    if (station === undefined) return
    this.#unconfirmed.get(station)?.delete(ticketId)
    this.#stationOf.delete(ticketId)
  }

  #take(deviceId: DeviceId, ticketId: TicketId, version: number): void {
    const tickets = this.#painted.get(deviceId) ?? new Map<TicketId, number>()
    tickets.set(ticketId, version)
    this.#painted.set(deviceId, tickets)
    this.#paintedVersion.set(ticketId, version)
    if (this.#gathers) return
    this.#gathers = true
    this.#ports.timers.after(gathering, () => this.#flush())
  }

  #flush(): void {
    this.#gathers = false
    const painted = [...this.#painted]
    this.#painted.clear()
    this.#paintedVersion.clear()
    for (const [deviceId, tickets] of painted) {
      const receipts = [...tickets].map(([ticketId, version]) => ({ ticketId, version }))
      for (let from = 0; from < receipts.length; from += mostTickets) {
        this.#ports.confirm(deviceId, receipts.slice(from, from + mostTickets))
      }
    }
  }
}
