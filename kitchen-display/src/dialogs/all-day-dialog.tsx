import { Dialog } from '@comanda/ui-kit/components/dialog'
import type { DialogProps } from '../station/dialog-props.ts'
import { AllDay } from '../station/panel.tsx'

/** Where letters are too large for a panel of its own. */
export function AllDayDialog({ open, onClose }: DialogProps) {
  return (
    <Dialog title={open.station.words.value.allDay} onClose={onClose}>
      <div class="kds-dialog all-day">
        <AllDay station={open.station} />
      </div>
    </Dialog>
  )
}
