// Rounds on their way from this tablet: while there is no connection each may be told to the kitchen by mouth (ORD-18).
import { Badge } from '@comanda/ui-kit/components/badge'
import { Button } from '@comanda/ui-kit/components/button'
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import type { Party } from '../../ordering/party.ts'
import { targetName } from '../../ordering/party-name.ts'
import { useTexts, useWaiter, type Waiter } from '../../waiter.ts'
import { orderOf } from '../compose-round.ts'
import { targetKey } from '../draft.ts'
import { type WaitingRound, waitingRounds } from '../waiting-rounds.ts'

export function WaitingRow({ round, named }: { round: WaitingRound; named: boolean }): VNode {
  const { session } = useWaiter()
  const texts = useTexts()
  const { draft } = texts
  const state = session.signals.state.value
  const isCutOff = session.signals.status.value.link !== 'live'
  const tell = () => session.client.amend(round.id, { ...round.args, alreadyTold: true })
  const place = named ? draft.waitingRound(targetName(state, round.target, texts.ordering), round.dishes) : undefined
  return (
    <li class="w-waiting">
      <Icon name={round.flying ? 'ring-half' : 'ring-quarter'} />
      <span class="w-waiting-words">
        <b>{place ?? draft.queued(round.dishes)}</b>
        <span class="k-muted">
          {round.flying ? draft.onTheWay : draft.waitingSince(session.clock(round.since))}
          {round.told ? `. ${draft.toldWhat}` : ''}
        </span>
      </span>
      {round.told ? (
        <Badge tone="ink" label={draft.isTold} />
      ) : isCutOff && !round.flying ? (
        <Button label={draft.told} icon="sound" onPress={tell} />
      ) : null}
    </li>
  )
}

const isFor = (waiter: Waiter, party: Party, round: WaitingRound): boolean => {
  const target = party.draft.value?.target
  if (target === undefined) return false
  if (targetKey(target, undefined) === targetKey(round.target, undefined)) return true
  const state = waiter.session.signals.state.value
  const order = party.order.value
  return state !== undefined && order !== undefined && orderOf(state, round.target)?.id === order.id
}

export function RoundsWaiting({ party }: { party: Party }): VNode | null {
  const { waiter } = party
  const { commands, status } = waiter.session.signals
  if (status.value.link === 'live') return null
  const rounds = waitingRounds(commands.value).filter((round) => isFor(waiter, party, round))
  if (rounds.length === 0) return null
  return (
    <ul class="w-waitings">
      {rounds.map((round) => (
        <WaitingRow key={round.id} round={round} named={false} />
      ))}
    </ul>
  )
}

/** All of them, for the home screen. */
export function AllWaiting(): VNode | null {
  const { session } = useWaiter()
  const texts = useTexts().draft
  const rounds = waitingRounds(session.signals.commands.value)
  if (rounds.length === 0 || session.signals.status.value.link === 'live') return null
  return (
    <section class="w-all-waiting">
      <h2>{texts.waiting(rounds.length)}</h2>
      <ul class="w-waitings">
        {rounds.map((round) => (
          <WaitingRow key={round.id} round={round} named />
        ))}
      </ul>
    </section>
  )
}
