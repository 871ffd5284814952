// The sent part of the slip: every line of an order and where it is.
import type { Order } from '@comanda/shared/model/order'
import type { VNode } from 'preact'
import { useWaiter } from '../waiter.ts'

export function SentLines({ order }: { order: Order }): VNode {
  const { session } = useWaiter()
  return (
    <ul>
      {order.lines.map((line) => (
        <li key={line.id}>
          {line.quantity} {session.pick(line.name)}
        </li>
      ))}
    </ul>
  )
}
