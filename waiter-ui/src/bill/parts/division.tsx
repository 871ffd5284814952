// The bill as it is divided: all dishes, seat by seat, dishes to choose, equal parts, or any amount.
import { Badge } from '@comanda/ui-kit/components/badge'
import { NumberPad } from '@comanda/ui-kit/components/number-pad'
import { Stepper } from '@comanda/ui-kit/components/stepper'
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { modifierWords } from '../../order/line-words.ts'
import { useTexts, useWaiter } from '../../waiter.ts'
import { fraction } from '../bill-words.ts'
import {
  amountTyped,
  type Choice,
  equalParts,
  type PaidCell,
  type PartState,
  partOf,
  type SeatColumn,
  seatColumns,
  sharers,
} from '../paying-view.ts'
import type { Paying } from '../use-paying.ts'

export type DivisionProps = { paying: Paying; choice: Choice; onChoose: (choice: Choice) => void }

export function Division(props: DivisionProps): VNode {
  switch (props.choice.mode) {
    case 'whole':
      return <Dishes {...props} />
    case 'lines':
      return <Dishes {...props} choosing />
    case 'seat':
      return <Seats {...props} />
    case 'equal':
      return <EqualParts {...props} />
    case 'amount':
      return <AnyAmount {...props} />
  }
}

export function StateBadge({ state }: { state: PartState }): VNode | null {
  const { bill } = useTexts()
  if (state === 'open') return null
  if (state === 'paid') return <Badge tone="ok" glyph="check" label={bill.paid} />
  return <Badge tone="warn" glyph="ring-quarter" label={bill.onItsWay} />
}

function DishWords({ cell, of }: { cell: PaidCell; of: number }): VNode {
  const { session } = useWaiter()
  const texts = useTexts()
  const modifiers = modifierWords(cell.line.modifiers, texts, session.pick)
  return (
    <>
      <span class="w-bill-count">{of > 1 ? fraction(of) : cell.line.quantity}</span>
      <span class="w-bill-dish">
        {of > 1 && cell.line.quantity > 1 && `${cell.line.quantity} `}
        {session.pick(cell.line.name)}
        {modifiers.length > 0 && <small>{modifiers.map(({ text }) => text).join(', ')}</small>}
      </span>
      <span class="k-num">{session.money(cell.amount)}</span>
    </>
  )
}

/** Each dish once, whoever shares it. */
function Dishes({ paying, choice, onChoose, choosing = false }: DivisionProps & { choosing?: boolean }): VNode {
  const { view, order } = paying
  const { bill } = useTexts()
  const lines = order.lines.filter(({ id }) => view.cells.some(({ lineId }) => lineId === id))
  const rows = lines.flatMap((line) => {
    const cells = view.cells.filter(({ lineId }) => lineId === line.id)
    const [first] = cells
    if (first === undefined) return []
    const isOpen = cells.some(({ state }) => state === 'open')
    const state: PartState = isOpen ? 'open' : cells.some((cell) => cell.state === 'on-its-way') ? 'on-its-way' : 'paid'
    return [{ ...first, amount: cells.reduce((sum, { amount }) => sum + amount, 0), state }]
  })
  const toggle = (id: PaidCell['lineId']) =>
    onChoose({
      ...choice,
      lineIds: choice.lineIds.includes(id) ? choice.lineIds.filter((one) => one !== id) : [...choice.lineIds, id],
    })
  return (
    <>
      {choosing && <p class="w-bill-hint">{bill.choose}</p>}
      <ul class="w-bill-dishes">
        {rows.map((cell) => (
          <li key={cell.lineId} class={`w-bill-row w-bill-${cell.state}`}>
            {choosing && cell.state === 'open' ? (
              <button
                type="button"
                class="w-bill-pick"
                aria-pressed={choice.lineIds.includes(cell.lineId)}
                onClick={() => toggle(cell.lineId)}
              >
                <span class="w-bill-box">{choice.lineIds.includes(cell.lineId) && <Icon name="check" size="s" />}</span>
                <DishWords cell={cell} of={1} />
              </button>
            ) : (
              <div class="w-bill-pick">
                <DishWords cell={cell} of={1} />
                <StateBadge state={cell.state} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Seats({ paying, choice, onChoose }: DivisionProps): VNode {
  const { order, view } = paying
  const part = partOf(order, view, choice)
  const chosen = part?.kind === 'seat' ? part.seat : undefined
  return (
    <div class="w-bill-seats">
      {seatColumns(view).map((column) => (
        <SeatCard
          key={column.seat}
          paying={paying}
          column={column}
          chosen={column.seat !== null && column.seat === chosen}
          onPress={() => {
            if (column.seat !== null) onChoose({ ...choice, seat: column.seat })
            else onChoose({ ...choice, mode: 'lines', lineIds: column.cells.map(({ lineId }) => lineId) })
          }}
        />
      ))}
    </div>
  )
}

type SeatCardProps = { paying: Paying; column: SeatColumn; chosen: boolean; onPress: () => void }

function SeatCard({ paying, column, chosen, onPress }: SeatCardProps): VNode {
  const { session } = useWaiter()
  const { bill } = useTexts()
  const { seat, cells, amount, state } = column
  return (
    <button
      type="button"
      class={`w-bill-seat w-bill-${state}`}
      aria-pressed={chosen}
      aria-disabled={state !== 'open' || undefined}
      onClick={() => {
        if (state === 'open') onPress()
      }}
    >
      <span class="w-bill-seat-head">
        <strong>{seat === null ? bill.noSeat : bill.seat(seat)}</strong>
        <StateBadge state={state} />
      </span>
      {cells.map((cell) => (
        <span key={cell.lineId} class="w-bill-cell">
          <DishWords cell={cell} of={sharers(paying.view, cell.lineId)} />
        </span>
      ))}
      <span class="w-bill-seat-sum">
        <span>{bill.total}</span>
        <strong>{session.money(amount)}</strong>
      </span>
    </button>
  )
}

const mostParts = 60

function EqualParts({ paying, choice, onChoose }: DivisionProps): VNode {
  const { session } = useWaiter()
  const { bill } = useTexts()
  const parts = equalParts(paying.order, paying.view, choice.of)
  const part = partOf(paying.order, paying.view, choice)
  const chosen = part?.kind === 'equal' ? part.index : undefined
  const { index: _before, ...rest } = choice
  return (
    <>
      <div class="w-bill-how-many">
        <span class="k-group-label">{bill.howMany}</span>
        <Stepper
          label={bill.howMany}
          value={choice.of}
          min={2}
          max={mostParts}
          size="l"
          onChange={(of) => onChoose({ ...rest, of })}
        />
      </div>
      <div class="w-bill-equal">
        {parts.map(({ index, amount, state }) => (
          <button
            key={index}
            type="button"
            class={`w-bill-part w-bill-${state}`}
            aria-label={`${bill.part(index, choice.of)}, ${session.money(amount)}`}
            aria-pressed={index === chosen}
            aria-disabled={state !== 'open' || undefined}
            onClick={() => {
              if (state === 'open') onChoose({ ...choice, index })
            }}
          >
            <span class="k-muted">
              {index}/{choice.of}
            </span>
            <strong>{session.money(amount)}</strong>
            <StateBadge state={state} />
          </button>
        ))}
      </div>
    </>
  )
}

function AnyAmount({ paying, choice, onChoose }: DivisionProps): VNode {
  const { bill } = useTexts()
  const [typed, setTyped] = useState('')
  return (
    <div class="w-bill-amount">
      <output class="w-bill-typed">{typed === '' ? '0' : typed}</output>
      <NumberPad
        label={bill.mode.amount}
        value={typed}
        decimals={paying.minorDigits}
        onInput={(text) => {
          setTyped(text)
          onChoose({ ...choice, entered: amountTyped(text, paying.minorDigits) })
        }}
      />
    </div>
  )
}
