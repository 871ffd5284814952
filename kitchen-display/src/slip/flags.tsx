// The strip over a slip's head: its states as glyph and word, the gravest first. Two find room.
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon, type IconName } from '@comanda/ui-kit/icons/icon'
import { type ReadonlySignal, useComputed } from '@preact/signals'
import type { VNode } from 'preact'
import type { Station } from '../station/station.ts'
import { paceAt } from './pace.ts'
import type { SlipView } from './slip-view.ts'

const most = 2

type FlagProps = { icon?: IconName; glyph?: string; word: string; by?: ReadonlySignal<string>; kind: string }

const Flag = ({ icon, glyph, word, by, kind }: FlagProps) => (
  <span class={`flag-word ${kind}`}>
    {icon && <Icon name={icon} size="s" />}
    {glyph && <span class="glyph">{glyph}</span>}
    {word}
    {by && <span class="by">{by}</span>}
  </span>
)

export function Flags({ station, view, isChanged }: { station: Station; view: SlipView; isChanged: boolean }) {
  const words = station.words.value
  const { ticket } = view
  const { now } = station.session
  const pace = useComputed(() => paceAt(ticket.firedAt, view.lateAt, now.value))
  const lateBy = useComputed(() => `+${ageText(now.value - view.lateAt)}`)
  const flags: VNode[] = []
  if (ticket.rush) flags.push(<Flag key="rush" kind="ink" icon="rush" word={words.rush} />)
  if (ticket.remake) flags.push(<Flag key="remake" kind="ink" icon="again" word={words.remake} />)
  if (pace.value === 'late') flags.push(<Flag key="late" kind="late" icon="clock" word={words.lateFlag} by={lateBy} />)
  if (pace.value === 'warn') flags.push(<Flag key="warn" kind="warn" glyph="!" word={words.soonFlag} />)
  // beside LATE there is no room for more than one word: what changed stands with its dish
  const isFull = pace.value === 'late' && flags.length > 1
  if (isFull) return <>{flags.slice(0, most)}</>
  if (isChanged) flags.push(<Flag key="changed" kind="new" word={words.changed} />)
  else if (ticket.seenAt === undefined && pace.value !== 'late')
    flags.push(<Flag key="new" kind="new" word={words.newFlag} />)
  return <>{flags.slice(0, most)}</>
}
