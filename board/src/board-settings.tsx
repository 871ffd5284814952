// For whoever hangs the board up: its language, its light, and whether it chimes.
import { LanguageSwitch } from '@comanda/app-shell/parts/language-switch'
import { ThemeSwitch } from '@comanda/app-shell/parts/theme-switch'
import { Segmented } from '@comanda/ui-kit/components/segmented'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { Board } from './board.ts'
import { ShellFrame } from './shell-frame.tsx'
import { boardTexts } from './texts.ts'

type SettingsProps = { board: Board; open: boolean; onClose: () => void }

export function BoardSettings({ board, open, onClose }: SettingsProps) {
  const words = boardTexts[board.preferences.language.value]
  const { sound } = board
  const isOn = sound.unlocked.value && !sound.muted.value
  const switchSound = (choice: 'on' | 'off') => {
    sound.muted.value = choice === 'off'
    if (choice === 'on') void sound.unlock().then((heard) => heard && sound.play('ready'))
  }
  return (
    <ShellFrame board={board}>
      <Sheet open={open} title={words.settings} onClose={onClose}>
        <div class="k-stack">
          <LanguageSwitch worded />
          <ThemeSwitch worded />
          <Segmented
            label={words.sound}
            worded
            items={[
              { id: 'on', label: words.soundOn, icon: 'sound' },
              { id: 'off', label: words.soundOff, icon: 'mute' },
            ]}
            selected={isOn ? 'on' : 'off'}
            onSelect={switchSound}
          />
          {!sound.unlocked.value && <p class="k-muted">{words.soundHint}</p>}
        </div>
      </Sheet>
    </ShellFrame>
  )
}
