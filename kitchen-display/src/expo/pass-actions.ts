// Everything a key can do at the pass, declared once: its bump bar, the help and the learner read it.
import { type Action, type BoundAction, bound } from '@comanda/ui-kit/action'
import { actionLabels } from '../every-screen/action-labels.ts'
import { type Keyed, keyed, pageActions, screenActions, slotActions } from '../every-screen/screen-actions.ts'
import type { Pass } from './pass.ts'
import type { PassRow } from './pass-rows.ts'

type Desk = Keyed & { readonly pass: Pass }

const live = ({ shown }: Pass) => shown.peek().filter(({ gone }) => gone === undefined)
const chosenAt = (pass: Pass) => live(pass).findIndex(({ row }) => row.key === pass.selected.peek())

const walk =
  (by: 1 | -1) =>
  ({ pass }: Desk): void => {
    const all = live(pass)
    const at = chosenAt(pass)
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + by))
    pass.selected.value = all[next]?.row.key
  }

const withChosen =
  (act: (pass: Pass, row: PassRow) => void) =>
  ({ pass }: Desk): void => {
    const row = live(pass)[chosenAt(pass)]?.row
    if (row !== undefined) act(pass, row)
  }

const acting: readonly Action<Desk>[] = [
  keyed<Desk>('previous-row', 'ArrowUp', walk(-1)),
  keyed<Desk>('next-row', 'ArrowDown', walk(1)),
  keyed<Desk>(
    'press',
    ['Enter', 'NumpadEnter', 'ControlLeft'],
    withChosen((pass, row) => pass.press(row)),
  ),
  keyed<Desk>(
    'call',
    ['Space', 'NumpadAdd'],
    withChosen((pass, row) => pass.call(row)),
  ),
  keyed<Desk>(
    'fire',
    ['KeyF', 'NumpadMultiply'],
    withChosen((pass, row) => pass.fire(row)),
  ),
  keyed<Desk>(
    'rush',
    'KeyP',
    withChosen((pass, row) => pass.rush(row)),
  ),
  keyed<Desk>(
    'ticket',
    'KeyT',
    withChosen(({ screen }, { key }) => {
      screen.over.value = { at: 'row', key }
    }),
  ),
  keyed<Desk>('recall-last', ['Backspace', 'NumpadSubtract'], ({ pass }) => pass.undoLast()),
  ...pageActions<Desk>(({ pass }) => pass),
  ...slotActions<Desk>(({ pass }, number) => {
    const hung = pass.shown.peek()[number - 1]
    if (hung !== undefined && hung.gone === undefined) pass.selected.value = hung.row.key
  }),
  ...screenActions,
  keyed<Desk>('cancel', 'Escape', ({ pass, screen }) => {
    screen.soon.cancelLast()
    pass.selected.value = undefined
    pass.asked.value = undefined
    screen.over.value = undefined
  }),
]

export const passActions = ({ screen, pass }: Omit<Desk, 'labels'>): BoundAction[] => {
  const desk = { screen, pass, labels: actionLabels[screen.session.language.peek()] }
  return acting.map((each) => bound(each, desk, undefined))
}
