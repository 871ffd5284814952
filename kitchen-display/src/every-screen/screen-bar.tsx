// The head of a screen on one line: whose it is, its figures, what there is to tell, the time, the sound. While the data is
// old, that takes the place of the figures, which would be old too.
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { NoticeTags } from './notice-tags.tsx'
import { OldBand } from './old-band.tsx'
import { openOver, type Screen } from './screen.ts'

export type ScreenBarProps = {
  readonly screen: Screen
  readonly name: string
  /** The figures. */
  readonly children: ComponentChildren
}

export function ScreenBar({ screen, name, children }: ScreenBarProps) {
  const isOld = screen.oldness.value.kind !== 'fresh'
  return (
    <header class="bar">
      <h1 class="station-name">
        <button
          type="button"
          aria-haspopup="dialog"
          title={screen.words.value.menu}
          onClick={() => openOver(screen, 'menu')}
        >
          {name}
        </button>
      </h1>
      {isOld ? <OldBand screen={screen} /> : <div class="figures">{children}</div>}
      <NoticeTags screen={screen} />
      <Clock screen={screen} isOld={isOld} />
      <SoundKey screen={screen} />
    </header>
  )
}

/** To the second while the screen must be judged by it. */
function Clock({ screen: { session }, isOld }: { screen: Screen; isOld: boolean }) {
  const text = useComputed(() => (isOld ? session.clockSeconds(session.now.value) : session.clock(session.now.value)))
  return <span class="clock">{text}</span>
}

function SoundKey({ screen: { shift, words } }: { screen: Screen }) {
  const isOn = shift.heard.value
  return (
    <button
      type="button"
      class="sound"
      aria-pressed={isOn}
      aria-label={isOn ? words.value.sound : words.value.soundOff}
      onClick={shift.started.value ? shift.mute : shift.start}
    >
      <Icon name={isOn ? 'sound' : 'mute'} size="l" />
    </button>
  )
}
