// What is taken off a bill, on all of it or on chosen dishes: how much, then why (BILL-2, BILL-10).
import type { LineId } from '@comanda/shared/model/ids'
import { Chip, ChipGroup } from '@comanda/ui-kit/components/chip'
import { Field } from '@comanda/ui-kit/components/field'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../../asking/use-scene.ts'
import { Reasons } from '../../order/parts/reasons.tsx'
import { useTexts, useWaiter } from '../../waiter.ts'
import { type Asked, comp, discount, removeService } from '../bill-deeds.ts'
import { percent } from '../bill-words.ts'
import { amountTyped } from '../paying-view.ts'
import type { Paying } from '../use-paying.ts'

export type OffSheetProps = { paying: Paying; onClose: () => void }

const usualRates = [500, 1000, 1500, 2000, 5000]

function OnWhat({
  paying,
  lineIds,
  onChange,
}: {
  paying: Paying
  lineIds: readonly LineId[]
  onChange: (ids: readonly LineId[]) => void
}): VNode {
  const { session } = useWaiter()
  const { bill } = useTexts()
  const lines = paying.order.lines.filter(({ id }) => paying.view.bill.lines.some(({ lineId }) => lineId === id))
  return (
    <ChipGroup label={bill.onDishes}>
      <Chip label={bill.wholeOrder} selected={lineIds.length === 0} onPress={() => onChange([])} />
      {lines.map((line) => (
        <Chip
          key={line.id}
          label={`${line.quantity} ${session.pick(line.name)}`}
          selected={lineIds.includes(line.id)}
          onPress={() =>
            onChange(lineIds.includes(line.id) ? lineIds.filter((id) => id !== line.id) : [...lineIds, line.id])
          }
        />
      ))}
    </ChipGroup>
  )
}

export function DiscountSheet({ paying, onClose }: OffSheetProps): VNode {
  const scene = useScene()
  const { session } = useWaiter()
  const { bill } = scene.texts
  const [lineIds, setLineIds] = useState<readonly LineId[]>([])
  const [rate, setRate] = useState(1000)
  const [typed, setTyped] = useState('')
  const amount = amountTyped(typed, paying.minorDigits)
  const asked: Asked = amount > 0 ? { by: 'amount', amount } : { by: 'percent', rate }
  const reasons = session.signals.state.value?.catalog.settings.reasons.discount ?? []
  return (
    <Sheet open title={bill.discount} onClose={onClose}>
      <div class="k-stack">
        <ChipGroup label={bill.discountHow}>
          {usualRates.map((one) => (
            <Chip
              key={one}
              label={percent(one)}
              selected={amount === 0 && rate === one}
              onPress={() => {
                setRate(one)
                setTyped('')
              }}
            />
          ))}
        </ChipGroup>
        <Field label={bill.mode.amount} value={typed} inputMode="decimal" onInput={setTyped} />
        <OnWhat paying={paying} lineIds={lineIds} onChange={setLineIds} />
        <Reasons
          label={bill.discountWhy}
          hint={amount > 0 ? session.money(amount) : bill.percentOff(percent(rate))}
          reasons={reasons}
          onReason={(reason) => {
            discount.run(scene, { order: paying.order, lineIds, reason, asked })
            onClose()
          }}
        />
      </div>
    </Sheet>
  )
}

export function CompSheet({ paying, onClose }: OffSheetProps): VNode {
  const scene = useScene()
  const { session } = useWaiter()
  const [lineIds, setLineIds] = useState<readonly LineId[]>([])
  const reasons = session.signals.state.value?.catalog.settings.reasons.comp ?? []
  return (
    <Sheet open title={scene.texts.bill.comp} onClose={onClose}>
      <div class="k-stack">
        <OnWhat paying={paying} lineIds={lineIds} onChange={setLineIds} />
        <Reasons
          label={scene.texts.bill.compWhy}
          reasons={reasons}
          onReason={(reason) => {
            comp.run(scene, { order: paying.order, lineIds, reason })
            onClose()
          }}
        />
      </div>
    </Sheet>
  )
}

export function ServiceSheet({ paying, onClose }: OffSheetProps): VNode {
  const scene = useScene()
  const { session } = useWaiter()
  const reasons = session.signals.state.value?.catalog.settings.reasons.discount ?? []
  return (
    <Sheet open title={scene.texts.bill.removeService} onClose={onClose}>
      <Reasons
        label={scene.texts.bill.removeServiceWhy}
        reasons={reasons}
        onReason={(reason) => {
          removeService.run(scene, { order: paying.order, reason })
          onClose()
        }}
      />
    </Sheet>
  )
}
