// A round that waited over ten minutes has not fired: its waiter says whether it is still wanted (ORD-18).

import { Banner } from '@comanda/ui-kit/components/banner'
import { Button } from '@comanda/ui-kit/components/button'
import { computed } from '@preact/signals'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { orderName } from '../../ordering/party-name.ts'
import { useTexts, useWaiter } from '../../waiter.ts'
import { askingRounds, homeOf } from '../waiting-rounds.ts'

export function RoundsAsking(): VNode | null {
  const { session } = useWaiter()
  const texts = useTexts()
  const { state } = session.signals
  const rounds = useMemo(
    () =>
      computed(() => {
        const current = state.value
        return current === undefined ? [] : askingRounds(current, session.me.value?.staffId)
      }),
    [session, state],
  ).value
  const current = state.value
  if (current === undefined || rounds.length === 0) return null
  return (
    <>
      {rounds.map((round) => {
        const answer = (fire: boolean) => () =>
          session.send('round.answer', { orderId: homeOf(current, round), roundId: round.roundId, fire })
        return (
          <Banner
            key={round.roundId}
            tone="warn"
            glyph="clock"
            urgent
            title={texts.draft.asking(orderName(current, round.order, texts.ordering))}
            actions={
              <>
                <Button label={texts.draft.fireNow} tone="primary" onPress={answer(true)} />
                <Button label={texts.draft.drop} onPress={answer(false)} />
              </>
            }
          >
            {texts.draft.askingWhat(round.waitedMinutes)}{' '}
            {round.lines.map((line) => `${line.quantity} ${session.pick(line.name)}`).join(', ')}
          </Banner>
        )
      })}
    </>
  )
}
