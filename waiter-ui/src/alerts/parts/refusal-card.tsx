// A command that came back, with its next step: it leaves when somebody has read it.

import { Button } from '@comanda/ui-kit/components/button'
import { ErrorCard } from '@comanda/ui-kit/components/states'
import type { VNode } from 'preact'
import { wishOf } from '../../asking/own-commands.ts'
import { useTexts, useWaiter } from '../../waiter.ts'
import type { Refusal } from '../refusals.ts'

export function RefusalCard({ refusal }: { refusal: Refusal }): VNode {
  const { session, desk, go } = useWaiter()
  const { alerts } = useTexts()
  const { client } = session
  const { id, type, kind, action, orderId, message, kept, next } = refusal
  const dismiss = () => void client.dismiss(id)
  const what = alerts.cameBack(alerts.commands[type] ?? alerts.something)
  const askManager = () => {
    const view = client.command(id)
    if (view === undefined) return
    desk.ask(wishOf(view))
    dismiss()
  }
  const isBill = type.startsWith('payment') || type.startsWith('bill') || type === 'order.close'
  return (
    <ErrorCard
      what={what}
      kept={kind === 'missing' ? alerts.missing : message}
      next={kind === 'missing' ? alerts.missingNext : `${kept} ${next}`}
      actions={
        <>
          {action !== undefined && <Button label={alerts.askManager} tone="primary" onPress={askManager} />}
          {kind === 'missing' && (
            <Button label={alerts.sendAgain} tone="primary" onPress={() => void client.again(id)} />
          )}
          {orderId !== undefined && (
            <Button
              label={alerts.open}
              onPress={() => {
                go(isBill ? { at: 'bill', orderId } : { at: 'order', orderId })
                dismiss()
              }}
            />
          )}
          <Button label={kind === 'missing' ? alerts.letGo : alerts.dismiss} onPress={dismiss} />
        </>
      }
    />
  )
}
