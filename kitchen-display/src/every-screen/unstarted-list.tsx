// The lines of a dish that ran out which nobody has begun, by table; one press asks all of their waiters (ORD-10).
import type { AskPreset } from '@comanda/shared/domain/ask-presets'
import type { ItemId } from '@comanda/shared/model/ids'
import { Button } from '@comanda/ui-kit/components/button'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { type DialogTexts, dialogTexts } from '../dialogs/dialog-texts.ts'
import type { Screen } from './screen.ts'
import { linesWaiting, type WaitingLine } from './sold-out-lines.ts'

type ListProps = { readonly screen: Screen; readonly itemId: ItemId }

const soldOut: AskPreset = 'sold-out'

export function UnstartedList({ screen, itemId }: ListProps) {
  const { session } = screen
  const words = session.t(dialogTexts)
  const state = session.signals.state.value
  const lines = state === undefined ? [] : linesWaiting(state, itemId)
  const toAsk = lines.filter(({ ask }) => ask === undefined)
  const substitutes = state?.catalog.items[itemId]?.substitutes ?? []
  const askAll = () => {
    for (const { orderId, lineId } of toAsk)
      screen.send('ask.raise', { orderId, lineId, message: soldOut, substitutes: [...substitutes] })
  }
  return (
    <>
      <ul class="unstarted">
        {lines.map((line) => (
          <Row key={line.lineId} {...{ screen, line, words }} />
        ))}
      </ul>
      {lines.length === 0 && <p>{words.noneUnstarted}</p>}
      {toAsk.length > 0 && (
        <Button size="l" tone="primary" icon="people" label={words.askTheirWaiters(toAsk.length)} onPress={askAll} />
      )}
    </>
  )
}

function Row({ screen, line, words }: { screen: Screen; line: WaitingLine; words: DialogTexts }) {
  const common = screen.words.value
  const { table, name, number, quantity, course, isHeld, waiter, ask } = line
  const where = table === undefined ? (name ?? `#${number}`) : common.table(table)
  const place = [
    course === 0 ? common.drinks : common.course(course),
    words.unstartedAs[isHeld ? 'held' : 'fired'],
    waiter,
  ]
  return (
    <li>
      <b class="where">{where}</b>
      <b>{quantity}×</b>
      <span>{place.filter((part) => part !== undefined).join(' · ')}</span>
      {ask !== undefined && (
        <span class={`asked ${ask}`}>
          <Icon name={ask === 'open' ? 'people' : 'cross'} size="s" />{' '}
          {ask === 'open' ? common.asked : common.refusedAsk}
        </span>
      )}
    </li>
  )
}
