import { Dialog } from '@comanda/ui-kit/components/dialog'
import { AllDay, CountList } from '../station/panel.tsx'
import type { Station } from '../station/station.ts'

/** Where letters are too large for a panel of its own. */
export function AllDayDialog({ station, onClose }: { station: Station; onClose: () => void }) {
  return (
    <Dialog title={station.words.value.allDay} onClose={onClose}>
      <div class="kds-dialog all-day">
        <AllDay station={station} isTitled={false} />
        <div class="counts">
          <CountList station={station} most={Number.POSITIVE_INFINITY} />
        </div>
      </div>
    </Dialog>
  )
}
