// What opens over the pass.
import { latePart } from '@comanda/app-shell/parts/late-part'
import { ScreenDialogs } from '../every-screen/screen-dialogs.tsx'
import type { PassDesk } from './pass-desk.ts'

const RowDialog = latePart(async () => (await import('./row-dialog.tsx')).RowDialog)

export function PassDialogs({ open }: { open: PassDesk }) {
  const { screen, pass, actions } = open
  const over = screen.over.value
  const row = over?.at === 'row' ? pass.rows.value.find(({ key }) => key === over.key) : undefined
  if (over?.at !== 'row') return <ScreenDialogs screen={screen} actions={actions} />
  if (row === undefined) return null
  return (
    <RowDialog
      pass={pass}
      row={row}
      onClose={() => {
        screen.over.value = undefined
      }}
    />
  )
}
