// Which key does what, and how to make it another one (KDS-7).
import { Dialog } from '@comanda/ui-kit/components/dialog'
import { KeyLearner } from '@comanda/ui-kit/components/key-learner'
import { Switch } from '@comanda/ui-kit/components/switch'
import { actionLabels } from '../station/action-labels.ts'
import { kitchenActions } from '../station/actions.ts'
import type { DialogProps } from '../station/dialog-props.ts'
import { dialogTexts } from './dialog-texts.ts'

export function KeysDialog({ open, onClose }: DialogProps) {
  const { station, desk } = open
  const { session, setup } = station
  const words = session.t(dialogTexts)
  const { keys, keysOn, digitsBump } = setup.value
  const actions = kitchenActions({ ...desk, labels: session.t(actionLabels) })
  return (
    <Dialog title={words.keys} onClose={onClose}>
      <div class="kds-dialog">
        <Switch
          label={words.digitsBump}
          on={digitsBump}
          onChange={(on) => {
            setup.value = { ...setup.peek(), digitsBump: on }
          }}
        />
        <KeyLearner
          actions={actions}
          remap={keys}
          on={keysOn}
          onRemap={(remap) => {
            setup.value = { ...setup.peek(), keys: remap }
          }}
          onSwitch={(on) => {
            setup.value = { ...setup.peek(), keysOn: on }
          }}
        />
      </div>
    </Dialog>
  )
}
