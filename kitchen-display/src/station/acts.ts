// What a cook's hand does: each act is one command, and a first touch tells that the ticket was seen. What cannot be done yet
// points at what stands in its way.
import { recallable } from '@comanda/shared/domain/ticket-queue'
import type { LineId, TicketId } from '@comanda/shared/model/ids'
import type { Verdict } from '@comanda/shared/model/order'
import type { Send } from '../every-screen/send.ts'
import { quietMs } from '../layout/rail.ts'
import type { SlipLine, SlipView } from '../slip/slip-view.ts'
import { whereText } from '../slip/where-text.ts'
import { blockerOf, keyOf, moved, stopsOf } from './cursor.ts'
import type { Station } from './station.ts'

export type Acts = {
  readonly send: Send
  touch(view: SlipView): void
  select(ticketId: TicketId | undefined): void
  bump(view: SlipView): void
  undo(ticketId: TicketId): void
  line(view: SlipView, line: SlipLine): void
  judge(view: SlipView, lineId: LineId, verdict: Verdict): void
  acknowledge(view: SlipView): void
  start(view: SlipView): void
  /** In three seconds, to be cancelled till then (ORD-14); off again at once. */
  rush(view: SlipView): void
  /** What is on its way and can be cancelled, else the ticket bumped last. */
  recallLast(): void
  walk(by: 1 | -1): void
  walkLines(by: 1 | -1): void
  /** The key of "done" at the cursor. */
  doneHere(): void
  /** The key of BUMP: at a struck line it says "made", at an unseen allergy "seen". */
  bumpHere(): void
  slot(number: number): void
}

export function createActs(station: Station, send: Send): Acts {
  const { session, selected, cursor, shown, soon } = station
  const touch: Acts['touch'] = (view) => {
    const { id, seenAt } = view.ticket
    if (station.changed.peek().has(id)) {
      const rest = new Set(station.changed.peek())
      rest.delete(id)
      station.changed.value = rest
    }
    if (station.moved.peek().has(id)) {
      const rest = new Map(station.moved.peek())
      rest.delete(id)
      station.moved.value = rest
    }
    if (seenAt === undefined) send('ticket.see', { ticketId: id })
  }
  const select: Acts['select'] = (ticketId) => {
    if (selected.peek() !== ticketId) cursor.value = undefined
    selected.value = ticketId
  }
  const live = () => shown.peek().filter(({ gone, place }) => gone === undefined && place.part === 0)
  const chosen = (): SlipView | undefined => live().find(({ place }) => place.id === selected.peek())?.view
  const pointAt = (view: SlipView, key: string): void => {
    selected.value = view.ticket.id
    // pointing at the same place again is seen again
    cursor.value = undefined
    cursor.value = key
  }
  // KDS-19 wants the allergy acknowledged, not a certain spot pressed: where SEE ALLERGY stands, its band stands on the same
  // slip, and a press that says so is seen. It only points when the band could not have been read: on another page, or come
  // so lately that the press was meant for the BUMP that stood there. A second press then counts.
  const seeAllergy = (view: SlipView): void => {
    const { id, changedAt } = view.ticket
    const isPointed = selected.peek() === id && cursor.peek() === 'allergies'
    const hasBand = live().some(({ place }) => place.id === id)
    if (hasBand && (isPointed || session.now.peek() - changedAt >= quietMs)) {
      acknowledge(view)
      return
    }
    const { page } = station
    while (page.peek() > 0 && !live().some(({ place }) => place.id === id)) page.value = page.peek() - 1
    pointAt(view, 'allergies')
  }
  const bump: Acts['bump'] = (view) => {
    touch(view)
    const blocker = blockerOf(view)
    if (blocker?.kind === 'allergies') {
      seeAllergy(view)
      return
    }
    if (blocker !== undefined) return pointAt(view, keyOf(blocker))
    send('ticket.bump', { ticketId: view.ticket.id })
    if (selected.peek() === view.ticket.id) select(undefined)
  }
  const acknowledge: Acts['acknowledge'] = (view) => {
    touch(view)
    cursor.value = undefined
    send('ticket.acknowledge-allergy', { ticketId: view.ticket.id })
  }
  const judge: Acts['judge'] = (view, lineId, verdict) => {
    touch(view)
    cursor.value = undefined
    send('void.judge', { orderId: view.order.id, lineId, verdict })
  }
  const line: Acts['line'] = (view, { lineId, done, voided }) => {
    touch(view)
    if (voided !== undefined) return
    const first = stopsOf(view)[0]
    if (!done && first?.kind === 'allergies') return pointAt(view, keyOf(first))
    send('ticket.line-done', { ticketId: view.ticket.id, lineId, done: !done })
  }
  const rush: Acts['rush'] = (view) => {
    touch(view)
    const { id: ticketId, rush: isRushed } = view.ticket
    if (isRushed) return send('ticket.rush', { ticketId, on: false })
    soon.ask(
      { type: 'ticket.rush', args: { ticketId, on: true } },
      station.words.peek().rushing(whereText(view, station)),
    )
  }
  const undo: Acts['undo'] = (ticketId) => {
    if (session.signals.state.peek()?.tickets.get(ticketId)?.status === 'bumped') send('ticket.recall', { ticketId })
  }
  const stopHere = (view: SlipView) => stopsOf(view).find((stop) => keyOf(stop) === cursor.peek())
  return {
    send,
    touch,
    select,
    bump,
    undo,
    line,
    judge,
    acknowledge,
    rush,
    start: (view) => {
      touch(view)
      if (view.ticket.startedAt === undefined) send('ticket.start', { ticketId: view.ticket.id })
    },
    recallLast: () => {
      if (soon.cancelLast()) return
      const state = session.signals.state.peek()
      const last = state && recallable(state, station.setup.peek().stationIds, session.now.peek())[0]
      if (last !== undefined) undo(last.id)
    },
    walk: (by) => {
      const all = live()
      const at = all.findIndex(({ place }) => place.id === selected.peek())
      const next = at < 0 ? all[by > 0 ? 0 : all.length - 1] : all[Math.max(0, Math.min(all.length - 1, at + by))]
      if (next === undefined) return
      select(next.place.id)
      touch(next.view)
    },
    walkLines: (by) => {
      const view = chosen() ?? live()[0]?.view
      if (view === undefined) return
      select(view.ticket.id)
      cursor.value = moved(view, cursor.peek(), by)
    },
    doneHere: () => {
      const view = chosen()
      const stop = view && stopHere(view)
      if (view === undefined || stop === undefined) return
      if (stop.kind === 'allergies') return acknowledge(view)
      if (stop.isVoid) return judge(view, stop.lineId, 'not-started')
      const at = view.groups.flatMap(({ lines }) => lines).find(({ lineId }) => lineId === stop.lineId)
      if (at !== undefined) line(view, at)
    },
    bumpHere: () => {
      const view = chosen() ?? live()[0]?.view
      if (view === undefined) return
      const stop = stopHere(view)
      if (stop?.kind === 'allergies') return acknowledge(view)
      if (stop?.kind === 'line' && stop.isVoid) return judge(view, stop.lineId, 'made')
      bump(view)
    },
    slot: (number) => {
      const slip = shown.peek().find((each) => each.number === number)
      if (slip === undefined) return
      if (slip.gone !== undefined) return undo(slip.place.id)
      if (station.setup.peek().digitsBump) return bump(slip.view)
      select(slip.place.id)
      touch(slip.view)
    },
  }
}
