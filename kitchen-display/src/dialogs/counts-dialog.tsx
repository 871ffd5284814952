// 86 and countdown from the kitchen (KDS-9): the dishes of this screen's stations, by eye or by typing.

import { findDishes } from '@comanda/shared/domain/dish-search'
import type { State } from '@comanda/shared/domain/state'
import { unstartedLines } from '@comanda/shared/domain/unstarted-lines'
import type { ItemId } from '@comanda/shared/model/ids'
import type { Item } from '@comanda/shared/model/menu'
import type { ItemCount } from '@comanda/shared/model/service'
import { Button } from '@comanda/ui-kit/components/button'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import { Field } from '@comanda/ui-kit/components/field'
import { Stepper } from '@comanda/ui-kit/components/stepper'
import { useState } from 'preact/hooks'
import type { DialogProps } from '../every-screen/dialog-props.ts'
import type { Screen } from '../every-screen/screen.ts'
import { type DialogTexts, dialogTexts } from './dialog-texts.ts'

const dishesHere = (state: State, screen: Screen): Item[] => {
  const stationIds = screen.stationIds.value
  return Object.values<Item | undefined>(state.catalog.items)
    .filter((item): item is Item => item?.stations.some((id) => stationIds.includes(id)) === true)
    .sort((a, b) => a.number - b.number)
}

export function CountsDialog({ screen, onClose }: DialogProps) {
  const { session } = screen
  const words = session.t(dialogTexts)
  const [typed, setTyped] = useState('')
  const state = session.signals.state.value
  if (state === undefined) return null
  const found = typed.trim() === '' ? dishesHere(state, screen) : findDishes(state.catalog, typed)
  return (
    <Dialog title={words.counts} onClose={onClose}>
      <div class="kds-dialog">
        <Field label={words.countsFind} type="search" icon="search" value={typed} onInput={setTyped} />
        <ul class="count-list">
          {found.map((item) => (
            <CountRow key={item.id} {...{ screen, item, words }} />
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

/** What is counted is usually nearly gone. */
const few = 5

type RowProps = { readonly screen: Screen; readonly item: Item; readonly words: DialogTexts }

function CountRow({ screen, item, words }: RowProps) {
  const { session } = screen
  const count = session.signals.state.value?.counts.get(item.id)
  const isOut = count?.soldOut === true || count?.left === 0
  const { send } = screen
  // Nothing is limited while somebody is still counting.
  const [typed, setTyped] = useState<number>()
  const set = () => {
    if (typed === undefined) return
    send('item.count', { itemId: item.id, left: typed })
    setTyped(undefined)
    if (typed === 0) showWaiting(screen, item.id)
  }
  return (
    <li class={isOut ? 'out' : ''} data-item={item.id}>
      <span class="count-name">{isOut ? <s>{session.pick(item.name)}</s> : session.pick(item.name)}</span>
      {typed === undefined && count?.left === undefined ? (
        <Button label={words.countIt} icon="pencil" onPress={() => setTyped(few)} />
      ) : (
        <Stepper
          label={`${session.pick(item.name)}: ${words.setCount}`}
          value={typed ?? count?.left ?? 0}
          max={999}
          onChange={setTyped}
        />
      )}
      {count !== undefined && (isOut || count.left !== undefined) && (
        <Button
          label={count.pinned ? words.pinned : words.notPinned}
          icon="pin"
          tone="quiet"
          pressed={count.pinned}
          onPress={() => pin(screen, count)}
        />
      )}
      {typed !== undefined && <Button label={words.setTo(typed)} tone="primary" onPress={set} />}
      {typed === undefined && count?.left !== undefined && (
        <Button
          label={words.uncounted}
          tone="quiet"
          onPress={() => send('item.count', { itemId: item.id, left: null })}
        />
      )}
      <Button
        label={isOut ? words.onSale : words.soldOut}
        tone={isOut ? 'plain' : 'danger'}
        onPress={() => {
          send('item.sold-out', { itemId: item.id, soldOut: !isOut })
          if (!isOut) showWaiting(screen, item.id)
        }}
      />
    </li>
  )
}

/** Whether the count outlives the business day. */
function pin({ send }: Screen, { itemId, soldOut, left, pinned }: ItemCount): void {
  if (soldOut) send('item.sold-out', { itemId, soldOut, pinned: !pinned })
  else send('item.count', { itemId, left: left ?? null, pinned: !pinned })
}

/** Who still waits for what just ran out is seen at once (ORD-10). */
export function showWaiting({ session, over }: Screen, itemId: ItemId): void {
  const state = session.signals.state.peek()
  if (state !== undefined && unstartedLines(state, itemId).length > 0) over.value = { at: 'unstarted', itemId }
}
