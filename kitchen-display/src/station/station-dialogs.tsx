// What opens over a station's tickets.
import { latePart } from '@comanda/app-shell/parts/late-part'
import { ScreenDialogs } from '../every-screen/screen-dialogs.tsx'
import type { StationDesk } from './desk.ts'

const AllDayDialog = latePart(async () => (await import('../dialogs/all-day-dialog.tsx')).AllDayDialog)
const TicketDialog = latePart(async () => (await import('../dialogs/ticket-dialog.tsx')).TicketDialog)

export function StationDialogs({ open }: { open: StationDesk }) {
  const { screen, station, actions } = open
  const at = screen.over.value?.at
  const close = () => {
    screen.over.value = undefined
  }
  switch (at) {
    case 'all-day':
      return <AllDayDialog station={station} onClose={close} />
    case 'ticket':
      return <TicketDialog open={open} onClose={close} />
    default:
      return <ScreenDialogs screen={screen} actions={actions} />
  }
}
