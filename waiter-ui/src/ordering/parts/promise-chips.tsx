// When a takeaway is to be ready (ORD-15): as soon as possible, or at a round time.
import { Chip, ChipGroup } from '@comanda/ui-kit/components/chip'
import type { VNode } from 'preact'
import { useTexts, useWaiter } from '../../waiter.ts'
import { promiseIn, promiseMinutes } from '../promise.ts'

type PromiseChipsProps = { promisedAt: number | undefined; onPromise: (at: number | undefined) => void }

export function PromiseChips({ promisedAt, onPromise }: PromiseChipsProps): VNode {
  const { session } = useWaiter()
  const { ordering } = useTexts()
  const now = session.client.serverNow()
  return (
    <ChipGroup label={ordering.promised} columns={3}>
      <Chip
        label={ordering.asSoonAsPossible}
        selected={promisedAt === undefined}
        onPress={() => onPromise(undefined)}
      />
      {promiseMinutes.map((minutes) => {
        const at = promiseIn(now, minutes)
        return (
          <Chip
            key={minutes}
            label={session.clock(at)}
            detail={ordering.inMinutes(minutes)}
            selected={promisedAt === at}
            onPress={() => onPromise(at)}
          />
        )
      })}
    </ChipGroup>
  )
}
