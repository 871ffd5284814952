// The head of a screen on one line: whose it is, its figures, what there is to tell, the time, the sound. While the data is
// old, that takes the place of the figures, which would be old too.
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { NoticeTags } from './notice-tags.tsx'
import { OldBand } from './old-band.tsx'
import { openOver, type Screen } from './screen.ts'

/** More letters than this take two rows. */
const longName = 14

export type ScreenBarProps = {
  readonly screen: Screen
  readonly name: string
  /** The figures: those that find no room are not shown, the first ones last. */
  readonly children: ComponentChildren
  /** What hangs on other pages: always shown. */
  readonly pages: ComponentChildren
}

export function ScreenBar({ screen, name, children, pages }: ScreenBarProps) {
  const isOld = screen.oldness.value.kind !== 'fresh'
  return (
    <header class="bar">
      <h1 class={name.length > longName ? 'station-name long' : 'station-name'}>
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
      {!isOld && pages}
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

/** Where there is no other place for it, it begins the shift in so many words. */
function SoundKey({ screen: { shift, words, setup } }: { screen: Screen }) {
  const isOn = shift.heard.value
  if (!shift.started.value && setup.value.role === 'expo')
    return (
      <button type="button" class="start" title={words.value.startShiftWhy} onClick={shift.start}>
        <Icon name="mute" /> <b>{words.value.startShift}</b>
      </button>
    )
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
