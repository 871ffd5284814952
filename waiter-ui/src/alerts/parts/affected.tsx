// The way to each table that waits for a dish that ran out (ORD-10).
import { Button } from '@comanda/ui-kit/components/button'
import type { VNode } from 'preact'
import { orderName } from '../../ordering/party-name.ts'
import { useTexts, useWaiter } from '../../waiter.ts'
import type { Waiting } from '../sold-out-alerts.ts'

/** `counted`: how many is said here, and not beside it. */
type AffectedProps = { waiting: readonly Waiting[]; counted?: boolean }

export function Affected({ waiting, counted }: AffectedProps): VNode {
  const { go, session } = useWaiter()
  const { ordering } = useTexts()
  const state = session.signals.state.value
  return (
    <>
      {waiting.map(({ order, quantity }) => (
        <Button
          key={order.id}
          label={orderName(state, order, ordering)}
          size="l"
          wide
          onPress={() => go({ at: 'order', orderId: order.id })}
        >
          {counted ? quantity : null}
        </Button>
      ))}
    </>
  )
}
