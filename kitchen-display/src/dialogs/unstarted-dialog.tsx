// A dish was just 86ed here: who still waits for it (ORD-10).
import { Dialog } from '@comanda/ui-kit/components/dialog'
import type { DialogProps } from '../every-screen/dialog-props.ts'
import { UnstartedList } from '../every-screen/unstarted-list.tsx'
import { readable } from '../slip/slip-view.ts'
import { dialogTexts } from './dialog-texts.ts'

export function UnstartedDialog({ screen, onClose }: DialogProps) {
  const { session, over } = screen
  const words = session.t(dialogTexts)
  if (over.value?.at !== 'unstarted') return null
  const { itemId } = over.value
  const name = readable(session.signals.state.value?.catalog.items[itemId]?.kitchenName ?? '')
  return (
    <Dialog title={words.unstarted(name)} onClose={onClose}>
      <div class="kds-dialog">
        <UnstartedList screen={screen} itemId={itemId} />
      </div>
    </Dialog>
  )
}
