// How this tablet is set, whose it is now, and all of a waiter's orders to a colleague in one action.
import { SessionSheet } from '@comanda/app-shell/parts/session-sheet'
import { Button } from '@comanda/ui-kit/components/button'
import { Switch } from '@comanda/ui-kit/components/switch'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { dishCount } from '../../draft/draft.ts'
import { HandOverSheet } from '../../order/parts/hand-over-sheet.tsx'
import { useTexts, useWaiter } from '../../waiter.ts'

export function SettingsSheet({ onClose }: { onClose: () => void }): VNode {
  const { session, bell, keys, desk, holdBack, drafts } = useWaiter()
  const { home } = useTexts()
  const [handing, setHanding] = useState(false)
  // whoever signs out here leaves nothing behind that would go in another's name
  useEffect(() => desk.flush(), [desk])
  const me = session.me.value?.staffId
  const mine = [...(session.signals.state.value?.orders.values() ?? [])].filter(
    ({ waiterId, status }) => waiterId === me && status === 'open',
  )
  const unsent = [...drafts.all.value.values()]
    .filter(({ by }) => by === me)
    .reduce((sum, draft) => sum + dishCount(draft), 0)
  if (handing) return <HandOverSheet orders={mine} onClose={onClose} />
  return (
    <SessionSheet session={session} open stays={unsent === 0 ? undefined : home.draftsStay(unsent)} onClose={onClose}>
      <Switch
        label={home.sound}
        on={!bell.muted.value}
        onChange={(on) => {
          bell.muted.value = !on
        }}
      />
      <Switch
        label={home.holdBack}
        detail={home.holdBackWhat}
        on={holdBack.on.value}
        onChange={(on) => {
          holdBack.on.value = on
        }}
      />
      <Switch
        label={home.keys}
        detail={home.keysWhat}
        on={keys.value}
        onChange={(on) => {
          keys.value = on
        }}
      />
      {mine.length > 0 && (
        <Button
          label={home.handOverAll}
          icon="people"
          size="l"
          wide
          detail={home.tablesCount(mine.length)}
          onPress={() => setHanding(true)}
        />
      )}
    </SessionSheet>
  )
}
