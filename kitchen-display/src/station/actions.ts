// Everything a key can do on a station's screen, declared once: the bump bar, the help and the learner read it.
import type { Action, BoundAction } from '@comanda/ui-kit/action'
import { bound } from '@comanda/ui-kit/action'
import type { Acts } from './acts.ts'
import type { Station } from './station.ts'

export type Panel = 'recall' | 'all-day' | 'help' | 'menu' | 'counts'

/** What the keys act on. */
export type Desk = {
  readonly station: Station
  readonly acts: Acts
  readonly open: (panel: Panel) => void
  readonly close: () => void
  readonly mute: () => void
  readonly labels: ActionLabels
}

export type ActionName =
  | 'bump'
  | 'done'
  | 'recall-last'
  | 'previous-ticket'
  | 'next-ticket'
  | 'previous-line'
  | 'next-line'
  | 'previous-page'
  | 'next-page'
  | 'first-page'
  | 'last-page'
  | 'all-day'
  | 'rush'
  | 'history'
  | 'mute'
  | 'help'
  | 'cancel'

export type ActionLabels = Readonly<Record<ActionName, string>> & { readonly slot: (number: number) => string }

type KitchenAction = Action<Desk>

const chosenView = ({ station }: Desk) =>
  station.shown.peek().find(({ place, gone }) => gone === undefined && place.id === station.selected.peek())?.view

const action = (
  name: ActionName,
  key: string | readonly string[],
  run: (desk: Desk) => void,
  enabled: (desk: Desk) => true | string = () => true,
): KitchenAction => ({ name, key, run, enabled, label: ({ labels }) => labels[name] })

const turn = ({ station }: Desk, to: number): void => {
  station.page.value = Math.max(0, Math.min(station.pages.peek() - 1, to))
  station.selected.value = undefined
}

const rush = (desk: Desk): void => {
  const view = chosenView(desk)
  if (view !== undefined) desk.acts.send('ticket.rush', { ticketId: view.ticket.id, on: !view.ticket.rush })
}

const acting: readonly KitchenAction[] = [
  action('bump', ['Enter', 'NumpadEnter', 'ControlLeft'], ({ acts }) => acts.bumpHere()),
  action('done', ['Space', 'NumpadAdd'], ({ acts }) => acts.doneHere()),
  action('recall-last', ['Backspace', 'NumpadSubtract'], ({ acts }) => acts.recallLast()),
  action('previous-ticket', 'ArrowLeft', ({ acts }) => acts.walk(-1)),
  action('next-ticket', 'ArrowRight', ({ acts }) => acts.walk(1)),
  action('previous-line', 'ArrowUp', ({ acts }) => acts.walkLines(-1)),
  action('next-line', 'ArrowDown', ({ acts }) => acts.walkLines(1)),
  action('previous-page', 'PageUp', (desk) => turn(desk, desk.station.page.peek() - 1)),
  action('next-page', 'PageDown', (desk) => turn(desk, desk.station.page.peek() + 1)),
  action('first-page', 'Home', (desk) => turn(desk, 0)),
  action('last-page', 'End', (desk) => turn(desk, desk.station.pages.peek() - 1)),
  action('all-day', ['KeyA', 'NumpadMultiply'], ({ open }) => open('all-day')),
  action('rush', 'KeyP', rush),
  action('history', 'KeyH', ({ open }) => open('recall')),
  action('mute', 'KeyM', ({ mute }) => mute()),
  action('help', 'F1', ({ open }) => open('help')),
  action('cancel', 'Escape', ({ acts, close }) => {
    acts.select(undefined)
    close()
  }),
]

const slots: readonly KitchenAction[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => ({
  name: `slot-${number}`,
  key: [`Digit${number % 10}`, `Numpad${number % 10}`],
  label: ({ labels }) => labels.slot(number),
  enabled: () => true,
  run: ({ acts }) => acts.slot(number),
}))

export const kitchenActions = (desk: Desk): BoundAction[] =>
  [...acting, ...slots].map((each) => bound(each, desk, undefined))
