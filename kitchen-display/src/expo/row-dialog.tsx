// What else can be done with one course at the pass: rush it, and send back to a station what it said was ready (KDS-5).
import { Button } from '@comanda/ui-kit/components/button'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { dialogTexts } from '../dialogs/dialog-texts.ts'
import { expoTexts } from './expo-texts.ts'
import type { Pass } from './pass.ts'
import { allergyWords } from './pass-allergies.ts'
import type { PassRow } from './pass-rows.ts'
import { whereOf } from './where-of.ts'

type RowDialogProps = { readonly pass: Pass; readonly row: PassRow; readonly onClose: () => void }

export function RowDialog({ pass, row, onClose }: RowDialogProps) {
  const { session, words, send } = pass.screen
  const texts = session.t(dialogTexts)
  const stations = session.signals.state.value?.catalog.stations
  const act = (run: () => void) => () => {
    run()
    onClose()
  }
  return (
    <Dialog title={`${whereOf(row, words.value)}  #${row.order.number}`} onClose={onClose}>
      <div class="kds-dialog">
        <div class="act-row">
          {!row.isReady && (
            <Button
              label={row.rush ? texts.unrush : texts.rush}
              icon="rush"
              size="l"
              pressed={row.rush}
              onPress={act(() => pass.rush(row))}
            />
          )}
          {row.tickets.map(({ id, stationId, status }) => {
            const name = stations?.[stationId]?.name
            return status !== 'bumped' || name === undefined ? null : (
              <Button
                key={id}
                label={session.t(expoTexts).backTo(session.pick(name))}
                icon="undo"
                size="l"
                onPress={act(() => send('ticket.recall', { ticketId: id }))}
              />
            )
          })}
        </div>
        {row.allergies.map((each) => {
          const { name, whose, dishes } = allergyWords(each, words.value, session.t(expoTexts))
          return (
            <p key={each.allergy.id} class="row-allergy">
              <Icon name="triangle" /> {[name, whose, dishes].filter((part) => part !== '').join(' · ')}
            </p>
          )
        })}
        {row.unseen.length > 0 && (
          <div class="act-row">
            <Button
              label={session.t(expoTexts).seen}
              icon="check"
              size="l"
              tone="primary"
              onPress={act(() => pass.acknowledge(row))}
            />
          </div>
        )}
        <ul class="row-stations">
          {row.cells.map(({ stationId, dishes, struck }) => {
            const name = stations?.[stationId]?.name
            return (
              <li key={stationId}>
                <b>{name && session.pick(name)}</b>
                <span>
                  {dishes.join(', ')} {struck.length > 0 && <s>{struck.join(', ')}</s>}
                </span>
              </li>
            )
          })}
        </ul>
      </div>
    </Dialog>
  )
}
