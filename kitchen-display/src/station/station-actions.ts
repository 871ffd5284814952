// Everything a key can do on a station's screen, declared once: the bump bar, the help and the learner read it.
import { type Action, type BoundAction, bound } from '@comanda/ui-kit/action'
import { actionLabels } from '../every-screen/action-labels.ts'
import { openOver } from '../every-screen/screen.ts'
import { type Keyed, keyed, pageActions, screenActions, slotActions } from '../every-screen/screen-actions.ts'
import type { Acts } from './acts.ts'
import type { Station } from './station.ts'

type Desk = Keyed & { readonly station: Station; readonly acts: Acts }

const withChosen = (run: (desk: Desk, view: NonNullable<ReturnType<typeof chosenView>>) => void) => (desk: Desk) => {
  const view = chosenView(desk)
  if (view !== undefined) run(desk, view)
}

const chosenView = ({ station }: Desk) =>
  station.shown.peek().find(({ place, gone }) => gone === undefined && place.id === station.selected.peek())?.view

const acting: readonly Action<Desk>[] = [
  keyed<Desk>('bump', ['Enter', 'NumpadEnter', 'ControlLeft'], ({ acts }) => acts.bumpHere()),
  keyed<Desk>('done', ['Space', 'NumpadAdd'], ({ acts }) => acts.doneHere()),
  keyed<Desk>('recall-last', ['Backspace', 'NumpadSubtract'], ({ acts }) => acts.recallLast()),
  keyed<Desk>('previous-ticket', 'ArrowLeft', ({ acts }) => acts.walk(-1)),
  keyed<Desk>('next-ticket', 'ArrowRight', ({ acts }) => acts.walk(1)),
  keyed<Desk>('previous-line', 'ArrowUp', ({ acts }) => acts.walkLines(-1)),
  keyed<Desk>('next-line', 'ArrowDown', ({ acts }) => acts.walkLines(1)),
  ...pageActions<Desk>(({ station }) => station),
  keyed<Desk>(
    'start',
    'KeyS',
    withChosen(({ acts }, view) => acts.start(view)),
  ),
  keyed<Desk>(
    'rush',
    'KeyP',
    withChosen(({ acts }, view) => acts.rush(view)),
  ),
  keyed<Desk>(
    'ticket',
    'KeyT',
    withChosen(({ screen }, { ticket }) => {
      screen.over.value = { at: 'ticket', ticketId: ticket.id }
    }),
  ),
  keyed<Desk>('all-day', ['KeyA', 'NumpadMultiply'], ({ screen }) => openOver(screen, 'all-day')),
  ...screenActions,
  keyed<Desk>('cancel', 'Escape', ({ acts, screen }) => {
    screen.soon.cancelLast()
    acts.select(undefined)
    screen.over.value = undefined
  }),
]

const slots = slotActions<Desk>(({ acts }, number) => acts.slot(number))

export const stationActions = ({ screen, station, acts }: Omit<Desk, 'labels'>): BoundAction[] => {
  const desk = { screen, station, acts, labels: actionLabels[screen.session.language.peek()] }
  return [...acting, ...slots].map((each) => bound(each, desk, undefined))
}
