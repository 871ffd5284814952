// The sent part of the slip: every line of an order by course and where it is. One line opens its sheet; several are
// chosen by their numbers, and one tap then does it to all of them.
import { ticketsOf } from '@comanda/shared/domain/order-tickets'
import type { LineId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import { bound } from '@comanda/ui-kit/action'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useKeys } from '../asking/use-keys.ts'
import { useScene } from '../asking/use-scene.ts'
import { useWatched } from '../asking/use-watched.ts'
import { useTexts, useWaiter } from '../waiter.ts'
import { fireCourse } from './course-deeds.ts'
import { askBill } from './order-deeds.ts'
import { ChosenBar } from './parts/chosen-bar.tsx'
import { CourseHead } from './parts/course-head.tsx'
import { LineSheet } from './parts/line-sheet.tsx'
import { SentRow } from './parts/sent-row.tsx'
import { asksOf, sentGroups, waitingIds } from './sent-groups.ts'
import './order.css'

export function SentLines({ order }: { order: Order }): VNode | null {
  const { session } = useWaiter()
  const texts = useTexts()
  const [chosen, setChosen] = useState<ReadonlySet<LineId>>(new Set())
  const [open, setOpen] = useState<LineId>()
  const scene = useScene()
  const orderId = order.id
  useWatched(() => {
    const now = session.signals.state.value
    const watched = now?.orders.get(orderId)
    return now === undefined || watched === undefined
      ? []
      : [watched, ...ticketsOf(now, watched), ...asksOf(now, orderId)]
  })
  const state = session.signals.state.peek()
  const waiting = waitingIds(session.signals.commands.value)
  const groups = state === undefined ? [] : sentGroups({ state, order, waiting })
  const next = groups.find(({ firable }) => firable)
  useKeys([
    ...(next === undefined ? [] : [bound(fireCourse, scene, { order, group: next })]),
    bound(askBill, scene, { order }),
  ])
  const sent = groups.flatMap(({ lines }) => lines)
  const lines = sent.filter(({ line }) => chosen.has(line.id)).map(({ line }) => line)
  const opened = sent.find(({ line }) => line.id === open)
  const toggle = (id: LineId) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <div class="w-sent-lines">
      {order.note === undefined ? null : <p class="w-order-note">{texts.draft.noteOf(order.note)}</p>}
      {groups.map((group) => (
        <section
          key={group.course}
          class={group.firable ? 'w-course w-course-held' : 'w-course'}
          aria-label={texts.order.course(group.course)}
        >
          <CourseHead input={{ order, group }} />
          <ul>
            {group.lines.map((one) => (
              <SentRow
                key={one.line.id}
                order={order}
                sent={one}
                chosen={chosen.has(one.line.id)}
                onChoose={() => toggle(one.line.id)}
                onOpen={() => setOpen(one.line.id)}
              />
            ))}
          </ul>
        </section>
      ))}
      {lines.length > 0 && <ChosenBar order={order} lines={lines} onDone={() => setChosen(new Set())} />}
      {opened !== undefined && <LineSheet order={order} sent={opened} onClose={() => setOpen(undefined)} />}
    </div>
  )
}
