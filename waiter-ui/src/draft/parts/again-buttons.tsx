// On the card of a sent line: the same once more, or all that was sent with it (ORD-7).
import { roundAgain } from '@comanda/shared/domain/again'
import type { Line, Order } from '@comanda/shared/model/order'
import { Button } from '@comanda/ui-kit/components/button'
import type { VNode } from 'preact'
import { useTexts, useWaiter } from '../../waiter.ts'
import { againInto } from '../again-into.ts'

type AgainButtonsProps = { order: Order; line: Line; onDone: () => void }

export function AgainButtons({ order, line, onDone }: AgainButtonsProps): VNode {
  const waiter = useWaiter()
  const texts = useTexts().draft
  const round = roundAgain(order, line.roundId)
  const add = (what: { line: Line } | { roundOf: Line }) => () => {
    againInto(waiter, order, what)
    onDone()
  }
  return (
    <>
      <Button label={texts.lineAgain} icon="plus" size="l" wide onPress={add({ line })} />
      {round.length > 1 ? (
        <Button label={texts.roundAgain(round.length)} icon="again" size="l" wide onPress={add({ roundOf: line })} />
      ) : null}
    </>
  )
}
