// An order that no row stands for yet: at a table, to be taken away, or a tab at the bar.
import { Button } from '@comanda/ui-kit/components/button'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { useTexts, useWaiter } from '../../waiter.ts'

export function NewOrderSheet({ onClose }: { onClose: () => void }): VNode {
  const { go, drafts } = useWaiter()
  const { home } = useTexts()
  const begin = (type: 'takeaway' | 'bar-tab') => () => {
    go({ at: 'draft', draftId: drafts.begin({ kind: 'new', opening: { type } }).id })
    onClose()
  }
  return (
    <Sheet open title={home.newOrderWhat} onClose={onClose}>
      <div class="k-stack">
        <Button label={home.dineIn} icon="table" size="xl" wide onPress={() => go({ at: 'floor', view: 'map' })} />
        <Button label={home.takeaway} icon="leave" size="xl" wide onPress={begin('takeaway')} />
        <Button label={home.barTab} icon="glass" size="xl" wide onPress={begin('bar-tab')} />
      </div>
    </Sheet>
  )
}
