// What one tap does to all chosen lines: another course, another table, served, an order of their own.
import type { Line, Order } from '@comanda/shared/model/order'
import { bound } from '@comanda/ui-kit/action'
import { BoundButton } from '@comanda/ui-kit/components/action-button'
import { Button } from '@comanda/ui-kit/components/button'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../../asking/use-scene.ts'
import { moveLines, recourse, serveLines, splitOff } from '../line-deeds.ts'
import { coursesOffered } from '../places.ts'
import { PlacePicker } from './place-picker.tsx'

export type ChosenBarProps = { order: Order; lines: readonly Line[]; onDone: () => void }

export function ChosenBar({ order, lines, onDone }: ChosenBarProps): VNode {
  const scene = useScene()
  const words = scene.texts.order
  const [moving, setMoving] = useState(false)
  const input = { order, lines }
  const courses = coursesOffered(order).map((course) => ({
    course,
    action: bound(recourse, scene, { ...input, course }),
  }))
  const able = courses.some(({ action }) => action.enabled === true)
  const why = able ? undefined : courses[0]?.action.enabled
  const others = [serveLines, splitOff].filter((one) => one.enabled(scene, input) === true)
  const done = (run: () => void) => () => {
    run()
    onDone()
  }
  return (
    <section class="w-chosen" aria-label={words.chosen(lines.length)}>
      <div class="w-chosen-head">
        <strong role="status">{words.chosen(lines.length)}</strong>
        <Button label={words.clearChoice} icon="cross" iconOnly tone="quiet" onPress={onDone} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset adds nothing to a row of buttons */}
      <div class="w-chosen-courses" role="group" aria-label={words.toCourse}>
        <span class="k-muted">{words.toCourse}</span>
        {courses.map(({ course, action }) => (
          <Button
            key={course}
            label={words.courseShort(course)}
            disabled={action.enabled !== true || lines.every((line) => line.course === course)}
            onPress={done(action.run)}
          />
        ))}
      </div>
      {typeof why === 'string' && <p class="k-small k-muted">{why}</p>}
      <div class="k-row k-wrap">
        <Button label={words.toTable} icon="move" popup="dialog" onPress={() => setMoving(true)} />
        {others.map((one) => {
          const action = bound(one, scene, input)
          return <BoundButton key={one.name} action={{ ...action, run: done(action.run) }} />
        })}
      </div>
      {moving && (
        <PlacePicker
          title={words.toTable}
          detail={lines.map(({ quantity }) => quantity).length > 0 ? words.chosen(lines.length) : ''}
          except={order.id}
          onClose={() => setMoving(false)}
          onPick={(to) => {
            moveLines.run(scene, {
              ...input,
              to: to.orderId === undefined ? { tableId: to.tableId } : { orderId: to.orderId },
            })
            setMoving(false)
            onDone()
          }}
        />
      )}
    </section>
  )
}
