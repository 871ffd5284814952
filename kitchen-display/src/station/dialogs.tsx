// What opens over the rail, each loaded when it is first asked for: the tickets must be on the glass before anything else is.
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { StationDesk } from './desk.ts'
import type { DialogProps } from './dialog-props.ts'

type Load = () => Promise<ComponentType<DialogProps>>

const loads = {
  recall: async () => (await import('../dialogs/recall-list.tsx')).RecallList,
  'all-day': async () => (await import('../dialogs/all-day-dialog.tsx')).AllDayDialog,
  help: async () => (await import('../dialogs/keys-dialog.tsx')).KeysDialog,
  menu: async () => (await import('../dialogs/menu-dialog.tsx')).MenuDialog,
  counts: async () => (await import('../dialogs/counts-dialog.tsx')).CountsDialog,
  ticket: async () => (await import('../dialogs/ticket-dialog.tsx')).TicketDialog,
} as const satisfies Readonly<Record<string, Load>>

export function Dialogs({ open }: { open: StationDesk }) {
  const panel = open.panel.value
  if (panel !== undefined) return <Late key={panel} load={loads[panel]} open={open} onClose={open.desk.close} />
  if (open.asked.value !== undefined) return <Late load={loads.ticket} open={open} onClose={open.desk.close} />
  return null
}

function Late({ load, open, onClose }: DialogProps & { load: Load }) {
  const [loaded, setLoaded] = useState<{ readonly Part: ComponentType<DialogProps> }>()
  useEffect(() => {
    let isWanted = true
    void load().then((Part) => {
      if (isWanted) setLoaded({ Part })
    })
    return () => {
      isWanted = false
    }
  }, [load])
  return loaded === undefined ? null : <loaded.Part open={open} onClose={onClose} />
}
