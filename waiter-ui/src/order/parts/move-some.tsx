// A line goes to another table or to an order of its own; of several only so many (ORD-12).
import { bound } from '@comanda/ui-kit/action'
import { BoundButton } from '@comanda/ui-kit/components/action-button'
import { Button } from '@comanda/ui-kit/components/button'
import { Stepper } from '@comanda/ui-kit/components/stepper'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../../asking/use-scene.ts'
import { type LineInput, moveLines, splitOff } from '../line-deeds.ts'
import { PlacePicker } from './place-picker.tsx'

export function MoveSome({ input: { order, line }, onDone }: { input: LineInput; onDone: () => void }): VNode {
  const scene = useScene()
  const words = scene.texts.order
  const [picking, setPicking] = useState(false)
  const [chosen, setQuantity] = useState(line.quantity)
  const quantity = Math.min(chosen, line.quantity)
  const some = { order, lines: [line], quantity }
  const alone = bound(splitOff, scene, some)
  const done = (run: () => void) => () => {
    run()
    onDone()
  }
  return (
    <>
      {line.quantity > 1 && (
        <div class="w-change-count">
          <span class="k-group-label">{words.voidOf(quantity, line.quantity)}</span>
          <Stepper
            label={words.quantity}
            value={quantity}
            min={1}
            max={line.quantity}
            size="l"
            onChange={setQuantity}
          />
        </div>
      )}
      {alone.enabled === true && <BoundButton size="l" wide action={{ ...alone, run: done(alone.run) }} />}
      <Button label={words.toTable} icon="move" size="l" wide popup="dialog" onPress={() => setPicking(true)} />
      {picking && (
        <PlacePicker
          title={words.toTable}
          except={order.id}
          onClose={() => setPicking(false)}
          onPick={({ orderId, tableId }) =>
            done(() => moveLines.run(scene, { ...some, to: orderId === undefined ? { tableId } : { orderId } }))()
          }
        />
      )}
    </>
  )
}
