// One alert with what answers it: one tap, and nothing else on the row to hit by mistake.

import type { Action } from '@comanda/ui-kit/action'
import { ActionButton } from '@comanda/ui-kit/components/action-button'
import { Age } from '@comanda/ui-kit/components/age'
import { Button } from '@comanda/ui-kit/components/button'
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import type { Scene } from '../../asking/deed.ts'
import { useScene } from '../../asking/use-scene.ts'
import { printBill } from '../../bill/bill-deeds.ts'
import { useWaiter } from '../../waiter.ts'
import { accept, decline, dismissRound, finish, fireHeld, serveUncalled, take } from '../alert-deeds.ts'
import { type Alert, isQuiet } from '../alert-list.ts'
import { alertWords, leadOf } from '../alert-words.ts'
import { Affected } from './affected.tsx'

/** `first`: the most pressing of all, and the only one that stands out to be pressed. */
type AlertRowProps = { alert: Alert; first: boolean }

export function AlertRow({ alert, first }: AlertRowProps): VNode | null {
  const scene = useScene()
  const { session, go } = useWaiter()
  const state = session.signals.state.value
  if (state === undefined) return null
  const { title, details } = alertWords(alert, { texts: scene.texts, state, pick: session.pick })
  const lead = leadOf(alert, state)
  const open = () => {
    if (alert.kind === 'bill' || alert.kind === 'bill-print') go({ at: 'bill', orderId: alert.orderId })
    else if (alert.tableId !== undefined) go({ at: 'table', tableId: alert.tableId })
    else if (alert.orderId !== undefined) go({ at: 'order', orderId: alert.orderId })
  }
  const isTaken = alert.takenBy !== undefined
  return (
    <li class={`w-alert w-alert-${isQuiet(alert) ? 'quiet' : alert.kind}${isTaken ? ' w-alert-taken' : ''}`}>
      {alert.kind === 'printer' || alert.kind === 'sold-out' ? (
        <span class="w-alert-lead">
          <Icon name={alert.kind === 'printer' ? 'printer' : 'warn'} size="l" />
        </span>
      ) : (
        <button type="button" class="w-alert-lead" aria-label={scene.texts.home.table(lead)} onClick={open}>
          {lead}
        </button>
      )}
      <div class="w-alert-words">
        <strong>{title}</strong>
        {details.map((detail) => (
          <span key={detail}>{detail}</span>
        ))}
        <span class="k-muted k-small">
          <Age since={alert.since} now={session.now} />
          {isTaken && <> · {scene.texts.alerts.taken}</>}
        </span>
      </div>
      <div class="w-alert-deeds">
        <AlertDeeds alert={alert} first={first} />
      </div>
    </li>
  )
}

/** Of several answers the first stands out. */
const toned = <Input,>(action: Action<Scene, Input>, first: boolean): Action<Scene, Input> =>
  first || action.tone !== 'primary' ? action : { ...action, tone: 'plain' }

function AlertDeeds({ alert, first }: AlertRowProps): VNode | null {
  const scene = useScene()
  const { session, go } = useWaiter()
  const isTaken = alert.takenBy !== undefined
  switch (alert.kind) {
    case 'ready':
    case 'call':
      return <ActionButton action={isTaken ? finish : toned(take, first)} state={scene} input={{ alert }} size="l" />
    case 'kitchen-asks': {
      const items = session.signals.state.value?.catalog.items
      const offered = alert.ask.substitutes.flatMap((id) => items?.[id] ?? [])
      return (
        <>
          {offered.map((item, place) => (
            <ActionButton
              key={item.id}
              action={toned(accept, first && place === 0)}
              state={scene}
              input={{ alert, substitute: item.id, name: session.pick(item.name) }}
            />
          ))}
          {offered.length === 0 && <ActionButton action={toned(accept, first)} state={scene} input={{ alert }} />}
          <ActionButton action={decline} state={scene} input={{ alert }} />
        </>
      )
    }
    case 'held':
      return <ActionButton action={toned(fireHeld, first)} state={scene} input={{ alert }} />
    case 'refused-round':
      return <ActionButton action={dismissRound} state={scene} input={{ alert }} />
    case 'bill':
      return isTaken ? (
        <Button
          label={scene.texts.bill.title}
          icon="receipt"
          size="l"
          onPress={() => go({ at: 'bill', orderId: alert.orderId })}
        />
      ) : (
        <ActionButton action={toned(take, first)} state={scene} input={{ alert }} size="l" />
      )
    case 'bill-print': {
      const { order, print } = alert
      const input = {
        order,
        printerId: print.printerId,
        short: true,
        ...(print.part === undefined ? {} : { part: print.part }),
      }
      return <ActionButton action={printBill} state={scene} input={input} />
    }
    case 'uncalled':
      return <ActionButton action={serveUncalled} state={scene} input={{ alert }} />
    case 'sold-out':
      return <Affected waiting={alert.waiting} />
    case 'printer':
    case 'unconfirmed':
      return null
  }
}
