// The last tickets that were bumped here, newest first (KDS-5). One press brings one back to its place in time.
import { recallable } from '@comanda/shared/domain/ticket-queue'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import { readable } from '../slip/slip-view.ts'
import type { DialogProps } from '../station/dialog-props.ts'
import { dialogTexts } from './dialog-texts.ts'

export function RecallList({ open, onClose }: DialogProps) {
  const { station, acts } = open
  const { session, setup } = station
  const words = session.t(dialogTexts)
  const state = session.signals.state.value
  const tickets = state === undefined ? [] : recallable(state, setup.value.stationIds, session.now.peek())
  return (
    <Dialog title={words.recall} onClose={onClose}>
      <div class="kds-dialog">
        {tickets.length === 0 && <p>{words.recallEmpty}</p>}
        <ul class="recall-list">
          {tickets.map((ticket) => {
            const order = state?.orders.get(ticket.orderId)
            const table = order?.tableId && state?.catalog.tables[order.tableId]?.name
            const where = table === undefined ? (order?.name ?? '') : station.words.value.table(table)
            const dishes = ticket.entries.flatMap(({ lineId }) => {
              const line = order?.lines.find(({ id }) => id === lineId)
              return line === undefined ? [] : [`${line.quantity} ${readable(line.kitchenName)}`]
            })
            return (
              <li key={ticket.id}>
                <button
                  type="button"
                  data-recall={ticket.id}
                  onClick={() => {
                    acts.undo(ticket.id)
                    onClose()
                  }}
                >
                  <b>{where === '' ? `#${order?.number ?? ''}` : where}</b>
                  <span class="recall-dishes">{dishes.join(', ')}</span>
                  <span>
                    #{order?.number} · {session.clock(ticket.bumpedAt ?? 0)}
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
