// Which key does what, and how to make it another one (KDS-7).
import { Dialog } from '@comanda/ui-kit/components/dialog'
import { KeyLearner } from '@comanda/ui-kit/components/key-learner'
import { Switch } from '@comanda/ui-kit/components/switch'
import type { DialogProps } from '../every-screen/dialog-props.ts'
import { dialogTexts } from './dialog-texts.ts'

export function KeysDialog({ screen, actions, onClose }: DialogProps) {
  const { session, setup } = screen
  const words = session.t(dialogTexts)
  const { keys, keysOn, digitsBump, role } = setup.value
  return (
    <Dialog title={words.keys} onClose={onClose}>
      <div class="kds-dialog">
        {role === 'station' && (
          <Switch
            label={words.digitsBump}
            on={digitsBump}
            onChange={(on) => {
              setup.value = { ...setup.peek(), digitsBump: on }
            }}
          />
        )}
        <KeyLearner
          actions={actions()}
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
