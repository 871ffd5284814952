// What opens over the tickets of any screen, each loaded when it is first asked for: the tickets must be on the glass before
// anything else is.
import { latePart } from '@comanda/app-shell/parts/late-part'
import type { DialogProps } from './dialog-props.ts'

const late = {
  recall: latePart<DialogProps>(async () => (await import('../dialogs/recall-list.tsx')).RecallList),
  keys: latePart<DialogProps>(async () => (await import('../dialogs/keys-dialog.tsx')).KeysDialog),
  menu: latePart<DialogProps>(async () => (await import('../dialogs/menu-dialog.tsx')).MenuDialog),
  counts: latePart<DialogProps>(async () => (await import('../dialogs/counts-dialog.tsx')).CountsDialog),
  notices: latePart<DialogProps>(async () => (await import('../dialogs/notices-dialog.tsx')).NoticesDialog),
  unstarted: latePart<DialogProps>(async () => (await import('../dialogs/unstarted-dialog.tsx')).UnstartedDialog),
} as const

export function ScreenDialogs({ screen, actions }: Pick<DialogProps, 'screen' | 'actions'>) {
  const over = screen.over.value
  if (over === undefined || over.at === 'all-day' || over.at === 'ticket' || over.at === 'row') return null
  const Part = late[over.at]
  return (
    <Part
      key={over.at}
      screen={screen}
      actions={actions}
      onClose={() => {
        screen.over.value = undefined
      }}
    />
  )
}
