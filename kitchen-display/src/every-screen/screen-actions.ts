// The keys that a station's screen and the pass have both. The screens add their own.
import type { Action } from '@comanda/ui-kit/action'
import type { Signal } from '@preact/signals'
import type { ActionLabels, ActionName } from './action-labels.ts'
import { openOver, type Screen } from './screen.ts'

/** What such a key acts on. */
export type Keyed = { readonly screen: Screen; readonly labels: ActionLabels }

type Paged = {
  readonly page: Signal<number>
  readonly pages: { peek(): number }
  readonly selected: Signal<unknown>
}

export const keyed = <Desk extends Keyed>(
  name: ActionName,
  key: string | readonly string[],
  run: (desk: Desk) => void,
): Action<Desk> => ({ name, key, run, enabled: () => true, label: ({ labels }) => labels[name] })

/** To this page, or to the nearest there is. */
export const turn = ({ page, pages, selected }: Paged, to: number): void => {
  page.value = Math.max(0, Math.min(pages.peek() - 1, to))
  selected.value = undefined
}

export const pageActions = <Desk extends Keyed>(paged: (desk: Desk) => Paged): readonly Action<Desk>[] => [
  keyed<Desk>('previous-page', 'PageUp', (desk) => turn(paged(desk), paged(desk).page.peek() - 1)),
  keyed<Desk>('next-page', 'PageDown', (desk) => turn(paged(desk), paged(desk).page.peek() + 1)),
  keyed<Desk>('first-page', 'Home', (desk) => turn(paged(desk), 0)),
  keyed<Desk>('last-page', 'End', (desk) => turn(paged(desk), paged(desk).pages.peek() - 1)),
]

export const screenActions: readonly Action<Keyed>[] = [
  keyed('history', 'KeyH', ({ screen }) => openOver(screen, 'recall')),
  keyed('notices', 'KeyN', ({ screen }) => openOver(screen, 'notices')),
  keyed('counts', 'KeyC', ({ screen }) => openOver(screen, 'counts')),
  keyed('menu', 'F2', ({ screen }) => openOver(screen, 'menu')),
  keyed('mute', 'KeyM', ({ screen }) => screen.shift.mute()),
  keyed('help', 'F1', ({ screen }) => openOver(screen, 'keys')),
]

/** The digits choose by the number that stands on each. */
export const slotActions = <Desk extends Keyed>(
  choose: (desk: Desk, number: number) => void,
): readonly Action<Desk>[] =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => ({
    name: `slot-${number}`,
    key: [`Digit${number % 10}`, `Numpad${number % 10}`],
    label: ({ labels }) => labels.slot(number),
    enabled: () => true,
    run: (desk) => choose(desk, number),
  }))
