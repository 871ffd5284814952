// What else can be done with one ticket: start it, rush it, take it over; and with its dishes: ask the waiter (KDS-17), 86.
import type { AskPreset } from '@comanda/shared/domain/ask-presets'
import type { StationId } from '@comanda/shared/model/ids'
import { Button } from '@comanda/ui-kit/components/button'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import { toast } from '@comanda/ui-kit/toasts'
import { useState } from 'preact/hooks'
import { readable, type SlipLine, type SlipView } from '../slip/slip-view.ts'
import { whereText } from '../slip/where-text.ts'
import type { StationDesk } from '../station/desk.ts'
import { showWaiting } from './counts-dialog.tsx'
import { type DialogTexts, dialogTexts } from './dialog-texts.ts'

export function TicketDialog({ open, onClose }: { open: StationDesk; onClose: () => void }) {
  const { screen, station } = open
  const words = station.session.t(dialogTexts)
  const [asking, setAsking] = useState<SlipLine>()
  const over = screen.over.value
  const view = station.queue.value.find(({ ticket }) => over?.at === 'ticket' && ticket.id === over.ticketId)
  if (view === undefined) return null
  return (
    <Dialog title={`${whereText(view, station)}  #${view.number}`} onClose={onClose}>
      <div class="kds-dialog">
        {asking === undefined ? (
          <>
            <TicketActs {...{ open, view, words, onClose }} />
            <h3>{words.lineTitle}</h3>
            <LineActs {...{ open, view, words, onAsk: setAsking, onClose }} />
          </>
        ) : (
          <AskFor {...{ open, view, words, line: asking, onBack: () => setAsking(undefined), onClose }} />
        )}
      </div>
    </Dialog>
  )
}

type PartProps = { readonly open: StationDesk; readonly view: SlipView; readonly words: DialogTexts }

function TicketActs({ open, view, words, onClose }: PartProps & { onClose: () => void }) {
  const { acts, station } = open
  const { session } = station
  const { id, rush, startedAt, stationId } = view.ticket
  const stations = Object.values(session.signals.state.value?.catalog.stations ?? {})
  const others = stations.filter((other) => other?.enabled === true && other.id !== stationId)
  const act = (run: () => void) => () => {
    run()
    onClose()
  }
  return (
    <div class="act-row">
      <Button
        label={startedAt === undefined ? words.start : words.started}
        icon="play"
        size="l"
        disabled={startedAt !== undefined}
        onPress={act(() => acts.start(view))}
      />
      <Button
        label={rush ? words.unrush : words.rush}
        icon="rush"
        size="l"
        pressed={rush}
        onPress={act(() => acts.rush(view))}
      />
      {others.map((other) =>
        other === undefined ? null : (
          <Button
            key={other.id}
            label={words.claim(session.pick(other.name))}
            icon="move"
            tone="quiet"
            onPress={act(() => acts.send('ticket.claim', { ticketId: id, stationId: other.id as StationId }))}
          />
        ),
      )}
    </div>
  )
}

type LineActsProps = PartProps & { readonly onAsk: (line: SlipLine) => void; readonly onClose: () => void }

function LineActs({ open, view, words, onAsk, onClose }: LineActsProps) {
  const lines = view.groups.flatMap((group) => group.lines).filter(({ voided }) => voided === undefined)
  return (
    <ul class="line-acts">
      {lines.map((line) => (
        <li key={line.lineId}>
          <span>
            {line.quantity} {line.name}
          </span>
          <Button label={words.ask} icon="people" disabled={line.done} onPress={() => onAsk(line)} />
          <Button
            label={words.eightySix}
            tone="danger"
            onPress={() => {
              onClose()
              open.acts.send('item.sold-out', { itemId: line.itemId, soldOut: true })
              showWaiting(open.screen, line.itemId)
            }}
          />
        </li>
      ))}
    </ul>
  )
}

type AskProps = PartProps & { readonly line: SlipLine; readonly onBack: () => void; readonly onClose: () => void }

const asked = ['long-wait', 'come-to-pass', 'how-exactly'] as const satisfies readonly AskPreset[]

/** The menu names what may take a dish's place; each is one press. */
function AskFor({ open, view, words, line, onBack, onClose }: AskProps) {
  const { session } = open.station
  const catalog = session.signals.state.value?.catalog
  const substitutes = catalog?.items[line.itemId]?.substitutes ?? []
  const ask = (message: AskPreset, items: typeof substitutes) => () => {
    open.acts.send('ask.raise', {
      orderId: view.order.id,
      lineId: line.lineId,
      message,
      substitutes: [...items],
    })
    toast(words.asksSent, { tone: 'ok' })
    onClose()
  }
  return (
    <>
      <h3>{words.askAbout(line.name)}</h3>
      <div class="menu-acts">
        {substitutes.map((itemId) => {
          const name = readable(catalog?.items[itemId]?.kitchenName ?? '')
          return <Button key={itemId} size="l" label={words.askInstead(name)} onPress={ask('sold-out', [itemId])} />
        })}
        {asked.map((preset) => (
          <Button key={preset} size="l" label={words.askPresets[preset]} onPress={ask(preset, [])} />
        ))}
        <Button label={words.back} icon="back" tone="quiet" onPress={onBack} />
      </div>
    </>
  )
}
