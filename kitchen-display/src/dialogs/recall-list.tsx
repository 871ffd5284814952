// The last tickets that were bumped here, newest first (KDS-5). One press brings one back to its place in time.
import { recallable } from '@comanda/shared/domain/ticket-queue'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import type { DialogProps } from '../every-screen/dialog-props.ts'
import { readable } from '../slip/slip-view.ts'
import { dialogTexts } from './dialog-texts.ts'

export function RecallList({ screen, onClose }: DialogProps) {
  const { session, stationIds, setup } = screen
  const words = session.t(dialogTexts)
  const state = session.signals.state.value
  const tickets = state === undefined ? [] : recallable(state, stationIds.value, session.now.peek())
  return (
    <Dialog title={words.recall} onClose={onClose}>
      <div class="kds-dialog">
        {tickets.length === 0 && <p>{words.recallEmpty}</p>}
        <ul class="recall-list">
          {tickets.map((ticket) => {
            const order = state?.orders.get(ticket.orderId)
            const table = order?.tableId && state?.catalog.tables[order.tableId]?.name
            const where = table === undefined ? (order?.name ?? '') : screen.words.value.table(table)
            const dishes = ticket.entries.flatMap(({ lineId }) => {
              const line = order?.lines.find(({ id }) => id === lineId)
              return line === undefined ? [] : [`${line.quantity} ${readable(line.kitchenName)}`]
            })
            // whoever sees all of them must know whose this one is
            const station = setup.value.role === 'expo' ? state?.catalog.stations[ticket.stationId]?.name : undefined
            return (
              <li key={ticket.id}>
                <button
                  type="button"
                  data-recall={ticket.id}
                  onClick={() => {
                    screen.send('ticket.recall', { ticketId: ticket.id })
                    onClose()
                  }}
                >
                  <b>{where === '' ? `#${order?.number ?? ''}` : where}</b>
                  <span class="recall-dishes">{dishes.join(', ')}</span>
                  <span>
                    {station && `${session.pick(station)} · `}#{order?.number} · {session.clock(ticket.bumpedAt ?? 0)}
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </Dialog>
  )
}
