// A line that was just sent is taken back where it stands, in one tap, while its seconds run (ORD-21).
import type { Line, Order } from '@comanda/shared/model/order'
import { bound } from '@comanda/ui-kit/action'
import { BoundButton } from '@comanda/ui-kit/components/action-button'
import { useComputed } from '@preact/signals'
import type { VNode } from 'preact'
import { useScene } from '../../asking/use-scene.ts'
import { useWaiter } from '../../waiter.ts'
import { takeBack } from '../line-deeds.ts'
import { takeBackUntil } from '../sent-groups.ts'

export function TakeBackNow({ order, line }: { order: Order; line: Line }): VNode | null {
  const { session } = useWaiter()
  const state = session.signals.state.peek()
  const until = state === undefined ? undefined : takeBackUntil(state, line, session.now.peek())
  return until === undefined ? null : <WhileItRuns order={order} line={line} until={until} />
}

function WhileItRuns({ until, ...input }: { order: Order; line: Line; until: number }): VNode | null {
  const scene = useScene()
  const { session } = useWaiter()
  // drawn again when it is over, not every second
  const isOver = useComputed(() => session.now.value > until).value
  if (isOver || takeBack.enabled(scene, input) !== true) return null
  // many may run at once: none of them is what the screen is for, and the row keeps its words
  return <BoundButton action={{ ...bound(takeBack, scene, input), tone: 'plain' }} iconOnly class="w-sent-back" />
}
