import { useEffect, useRef, useState } from 'preact/hooks'
import { type Action, bound } from '../../src/action.ts'
import { ActionButton } from '../../src/components/action-button.tsx'
import { Button } from '../../src/components/button.tsx'
import { KeyLearner } from '../../src/components/key-learner.tsx'
import { bindKeys, type KeyMap } from '../../src/keys.ts'
import { type Sound, type Tones, tones } from '../../src/sound.ts'
import { toast } from '../../src/toasts.ts'
import { type Burst, measured } from '../measured.ts'
import { Line, Section } from '../section.tsx'

type Rail = { readonly open: number; readonly change: (by: number) => void }

const bump: Action<Rail> = {
  name: 'bump',
  label: ({ open }) => `Bump, ${open} open`,
  icon: 'check',
  tone: 'primary',
  key: ['KeyB', 'ControlLeft'],
  enabled: ({ open }) => open > 0 || 'The rail is empty',
  run: ({ change }) => change(-1),
}

const recall: Action<Rail> = {
  name: 'recall',
  label: () => 'Recall',
  icon: 'undo',
  key: 'KeyR',
  enabled: ({ open }) => open < 3 || 'Nothing was bumped',
  run: ({ change }) => change(1),
}

const sounds: readonly Sound[] = ['new', 'changed', 'late', 'stale', 'ready', 'call']

function Heard({ sound }: { sound: Sound }) {
  const [bursts, setBursts] = useState<readonly Burst[]>([])
  useEffect(() => {
    measured(sound).then(setBursts)
  }, [sound])
  return (
    <span class="g-heard k-muted k-small" data-sound={sound}>
      {bursts.map(({ hertz, seconds }) => `${hertz} Hz ${seconds.toFixed(2)} s`).join(', ')}
    </span>
  )
}

function Sounds() {
  const made = useRef<Tones>(undefined)
  const play = async (sound: Sound) => {
    made.current ??= tones(new AudioContext())
    await made.current.unlock()
    made.current.play(sound)
  }
  return (
    <ul class="g-column k-stack">
      {sounds.map((sound) => (
        <li key={sound} class="k-row">
          <Button label={sound} icon="sound" class="g-sound" onPress={() => play(sound)} />
          <Heard sound={sound} />
        </li>
      ))}
    </ul>
  )
}

export function KeysAndSounds() {
  const [open, setOpen] = useState(2)
  const [on, setOn] = useState(true)
  const [remap, setRemap] = useState<KeyMap>({})
  const rail: Rail = { open, change: (by) => setOpen((count) => count + by) }
  const actions = [bound(bump, rail, undefined), bound(recall, rail, undefined)]
  const current = useRef({ actions, remap, on })
  current.current = { actions, remap, on }
  useEffect(
    () =>
      bindKeys(() => current.current.actions, {
        target: window,
        remap: () => current.current.remap,
        on: () => current.current.on,
        onRefused: (_action, why) => toast(why, { tone: 'warn' }),
      }),
    [],
  )
  return (
    <Section id="keys" title="Keys and sounds">
      <Line name="one declaration">
        <ActionButton action={bump} state={rail} input={undefined} />
        <ActionButton action={recall} state={rail} input={undefined} />
      </Line>
      <Line name="key learner" tall>
        <div class="g-column">
          <KeyLearner actions={actions} remap={remap} onRemap={setRemap} on={on} onSwitch={setOn} />
        </div>
      </Line>
      <Line name="sounds, as measured" tall>
        <Sounds />
      </Line>
    </Section>
  )
}
