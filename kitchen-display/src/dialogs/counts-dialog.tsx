// 86 and countdown from the kitchen (KDS-9): the dishes of this screen's stations, by eye or by typing.
import type { AskPreset } from '@comanda/shared/domain/ask-presets'
import { findDishes } from '@comanda/shared/domain/dish-search'
import type { State } from '@comanda/shared/domain/state'
import type { ItemId } from '@comanda/shared/model/ids'
import type { Item } from '@comanda/shared/model/menu'
import { Button } from '@comanda/ui-kit/components/button'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import { Field } from '@comanda/ui-kit/components/field'
import { Stepper } from '@comanda/ui-kit/components/stepper'
import { toast } from '@comanda/ui-kit/toasts'
import { useState } from 'preact/hooks'
import type { StationDesk } from '../station/desk.ts'
import type { DialogProps } from '../station/dialog-props.ts'
import { type DialogTexts, dialogTexts } from './dialog-texts.ts'

const dishesHere = (state: State, open: StationDesk): Item[] => {
  const { stationIds } = open.station.setup.value
  return Object.values<Item | undefined>(state.catalog.items)
    .filter((item): item is Item => item?.stations.some((id) => stationIds.includes(id)) === true)
    .sort((a, b) => a.number - b.number)
}

export function CountsDialog({ open, onClose }: DialogProps) {
  const { session } = open.station
  const words = session.t(dialogTexts)
  const [typed, setTyped] = useState('')
  const state = session.signals.state.value
  if (state === undefined) return null
  const found = typed.trim() === '' ? dishesHere(state, open) : findDishes(state.catalog, typed)
  return (
    <Dialog title={words.counts} onClose={onClose}>
      <div class="kds-dialog">
        <Field label={words.countsFind} type="search" icon="search" value={typed} onInput={setTyped} />
        <ul class="count-list">
          {found.map((item) => (
            <CountRow key={item.id} {...{ open, item, words }} />
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

type RowProps = { readonly open: StationDesk; readonly item: Item; readonly words: DialogTexts }

function CountRow({ open, item, words }: RowProps) {
  const { session } = open.station
  const count = session.signals.state.value?.counts.get(item.id)
  const isOut = count?.soldOut === true || count?.left === 0
  const { send } = open.acts
  // Nothing is limited while somebody is still counting.
  const [typed, setTyped] = useState<number>()
  const set = () => {
    if (typed === undefined) return
    send('item.count', { itemId: item.id, left: typed })
    setTyped(undefined)
    if (typed === 0) offerToAsk(open, item.id, words)
  }
  return (
    <li class={isOut ? 'out' : ''} data-item={item.id}>
      <span class="count-name">{isOut ? <s>{session.pick(item.name)}</s> : session.pick(item.name)}</span>
      <Stepper
        label={`${session.pick(item.name)}: ${words.setCount}`}
        value={typed ?? count?.left ?? 0}
        max={999}
        onChange={setTyped}
      />
      {typed === undefined ? (
        <Button
          label={words.uncounted}
          tone="quiet"
          disabled={count?.left === undefined}
          onPress={() => send('item.count', { itemId: item.id, left: null })}
        />
      ) : (
        <Button label={words.setTo(typed)} tone="primary" onPress={set} />
      )}
      <Button
        label={isOut ? words.onSale : words.soldOut}
        tone={isOut ? 'plain' : 'danger'}
        onPress={() => {
          send('item.sold-out', { itemId: item.id, soldOut: !isOut })
          if (!isOut) offerToAsk(open, item.id, words)
        }}
      />
    </li>
  )
}

const askSoldOut: AskPreset = 'sold-out'

/** Its lines that are sent and not started: one tap asks their waiters for another dish (ORD-10). */
export function offerToAsk(open: StationDesk, itemId: ItemId, words: DialogTexts): void {
  const state = open.station.session.signals.state.peek()
  if (state === undefined) return
  const lines = [...state.orders.values()]
    .filter(({ status }) => status === 'open')
    .flatMap((order) =>
      order.lines
        .filter(({ itemId: each, status }) => each === itemId && ['asking', 'held', 'fired'].includes(status))
        .map(({ id }) => ({ orderId: order.id, lineId: id })),
    )
  if (lines.length === 0) return
  const substitutes = state.catalog.items[itemId]?.substitutes ?? []
  const run = () => {
    for (const { orderId, lineId } of lines)
      open.acts.send('ask.raise', { orderId, lineId, message: askSoldOut, substitutes: [...substitutes] })
  }
  toast(words.unstarted(lines.length), { tone: 'warn', stays: 20, action: { label: words.askTheirWaiters, run } })
}
