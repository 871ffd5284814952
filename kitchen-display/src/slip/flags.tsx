// The strip over a slip's head: its states as glyph and word, the gravest first. Where words find no room, glyphs stay.
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon, type IconName } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import type { Station } from '../station/station.ts'
import { fitFlags } from './fit-flags.ts'
import { paceAt } from './pace.ts'
import type { SlipView } from './slip-view.ts'

type Flag = { readonly kind: string; readonly icon?: IconName; readonly word: string; readonly time?: string }

export function Flags({ station, view, isChanged }: { station: Station; view: SlipView; isChanged: boolean }) {
  const words = station.words.value
  const { ticket } = view
  const { now } = station.session
  const pace = useComputed(() => paceAt(ticket.firedAt, view.lateAt, now.value))
  const lateBy = useComputed(() => `+${ageText(now.value - view.lateAt)}`)
  // only its length asks for room
  const room = useComputed(() => lateBy.value.replace(/\d/g, '0'))
  const flags: Flag[] = []
  // a remake goes first as a rush does: of both, it says more
  if (ticket.remake) flags.push({ kind: 'remake', icon: 'again', word: words.remake })
  if (ticket.rush) flags.push({ kind: 'rush', icon: 'rush', word: words.rush })
  if (pace.value === 'late') flags.push({ kind: 'late', icon: 'clock', word: words.lateFlag, time: room.value })
  if (pace.value === 'warn') flags.push({ kind: 'warn', word: words.soonFlag })
  if (isChanged) flags.push({ kind: 'changed', icon: 'pencil', word: words.changed })
  else if (ticket.seenAt === undefined && pace.value !== 'late')
    flags.push({ kind: 'new', icon: 'disc', word: words.newFlag })
  const { columnPx, measures: m, text } = station.paper.value
  // beside them stand the number of the slot and the dots
  const roomPx = columnPx - 2 * m.pad - m.quantity - 1.5 * m.small
  const fits = fitFlags(flags, roomPx, m.small, text)
  return (
    <>
      {flags.map(({ kind, icon, word, time }, at) => (
        <span key={kind} class={`flag-word ${kind}`} data-fit={fits[at]}>
          {icon === undefined ? <span class="glyph">!</span> : <Icon name={icon} size="s" />}
          {fits[at] !== 'glyph' && word}
          {time !== undefined && fits[at] === 'whole' && <span class="by">{lateBy}</span>}
        </span>
      ))}
    </>
  )
}
