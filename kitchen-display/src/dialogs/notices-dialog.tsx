// Every notice in full, with what can be done about it: a neighbour's tickets taken here with one press (KDS-13), printers
// that do not print (KDS-21), dishes that ran out while somebody waits for them (ORD-10), the screen itself.
import { ConnectionBanner } from '@comanda/app-shell/parts/connection-banner'
import { UpdatePrompt } from '@comanda/app-shell/parts/update-prompt'
import { printersInTrouble } from '@comanda/shared/domain/printer-troubles'
import type { State } from '@comanda/shared/domain/state'
import type { StationId } from '@comanda/shared/model/ids'
import { Banner } from '@comanda/ui-kit/components/banner'
import { Button } from '@comanda/ui-kit/components/button'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import type { DialogProps } from '../every-screen/dialog-props.ts'
import { noticesOf, ownStations } from '../every-screen/notices.ts'
import type { Screen } from '../every-screen/screen.ts'
import { soldOutDishes } from '../every-screen/sold-out-lines.ts'
import { silentStations } from '../every-screen/troubles.ts'
import { UnstartedList } from '../every-screen/unstarted-list.tsx'
import { readable } from '../slip/slip-view.ts'
import { type DialogTexts, dialogTexts } from './dialog-texts.ts'

export function NoticesDialog({ screen, onClose }: DialogProps) {
  const { session } = screen
  const words = session.t(dialogTexts)
  const state = session.signals.state.value
  const kinds = new Set(noticesOf(screen).map(({ kind }) => kind))
  return (
    <Dialog title={words.notices} onClose={onClose}>
      <div class="kds-dialog notices">
        {kinds.size === 0 && <p>{words.noNotices}</p>}
        {(kinds.has('ended') || kinds.has('storage')) && <ConnectionBanner session={session} />}
        {state !== undefined && (
          <>
            <Silent {...{ screen, state, words, onClose }} />
            <Printers {...{ screen, state, words }} />
            {soldOutDishes(state, screen.stationIds.value).map(({ itemId }) => (
              <section key={itemId}>
                <h3>{words.unstarted(readable(state.catalog.items[itemId]?.kitchenName ?? ''))}</h3>
                <UnstartedList screen={screen} itemId={itemId} />
              </section>
            ))}
          </>
        )}
        <UpdatePrompt session={session} />
      </div>
    </Dialog>
  )
}

type PartProps = { readonly screen: Screen; readonly state: State; readonly words: DialogTexts }

function Silent({ screen, state, words, onClose }: PartProps & { onClose: () => void }) {
  const { session } = screen
  const own = ownStations(screen)
  const silent = silentStations(state, own)
  if (silent.length === 0) return null
  const nameOf = (id: StationId): string => {
    const name = state.catalog.stations[id]?.name
    return name === undefined ? id : session.pick(name)
  }
  const tickets = silent.flatMap(({ ticketIds }) => ticketIds)
  const [here] = own
  const takeHere = (stationId: StationId) => () => {
    for (const ticketId of tickets) screen.send('ticket.claim', { ticketId, stationId })
    onClose()
  }
  return (
    <Banner
      tone="late"
      glyph="warn"
      title={words.silent(silent.map(({ stationId }) => nameOf(stationId)).join(', '), tickets.length)}
      actions={here && <Button label={words.takeHere(nameOf(here))} size="l" onPress={takeHere(here)} />}
    >
      {here === undefined ? words.silentAtPass : words.silentWhat}
    </Banner>
  )
}

function Printers({ screen, state, words }: PartProps) {
  return (
    <>
      {printersInTrouble(state).map(({ printerId, name, problem, since, waiting }) => (
        <Banner key={printerId} tone="warn" glyph="printer" title={`${name}: ${words.printerProblems[problem]}`}>
          {words.printerSince(screen.session.clock(since), waiting)}
        </Banner>
      ))}
    </>
  )
}
