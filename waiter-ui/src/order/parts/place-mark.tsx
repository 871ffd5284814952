// Where a line is: a glyph, a word and, while somebody waits for it, how long (ORD-17).
import { Age } from '@comanda/ui-kit/components/age'
import { Icon, type IconName } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { useTexts, useWaiter } from '../../waiter.ts'
import type { SentLine, SentPlace } from '../sent-groups.ts'

type Look = { readonly glyph: IconName; readonly tone: string; readonly timed: boolean }

const looks: Readonly<Record<SentPlace, Look>> = {
  queued: { glyph: 'ring-quarter', tone: 'warn', timed: true },
  asking: { glyph: 'help', tone: 'warn', timed: true },
  held: { glyph: 'pause', tone: 'held', timed: false },
  'on-server': { glyph: 'ring-half', tone: 'plain', timed: true },
  'on-screen': { glyph: 'disc', tone: 'plain', timed: true },
  printed: { glyph: 'printer', tone: 'plain', timed: true },
  started: { glyph: 'disc-play', tone: 'plain', timed: true },
  ready: { glyph: 'check', tone: 'ok', timed: true },
  served: { glyph: 'check', tone: 'done', timed: false },
  voided: { glyph: 'cross', tone: 'done', timed: false },
  'taken-back': { glyph: 'undo', tone: 'done', timed: false },
}

export function PlaceMark({ sent }: { sent: SentLine }): VNode {
  const { session } = useWaiter()
  const { order } = useTexts()
  const { place, since, stations } = sent
  const { glyph, tone, timed } = looks[place]
  const catalog = session.signals.state.value?.catalog
  const names = stations.flatMap((id) => {
    const station = catalog?.stations[id]
    return station === undefined ? [] : [session.pick(station.name)]
  })
  const isThere = place === 'on-screen' || place === 'started' || place === 'on-server'
  const word = place === 'on-screen' && names.length > 0 ? order.at(names.join(', ')) : order.places[place]
  const where = isThere && place !== 'on-screen' && names.length > 0 ? `, ${names.join(', ')}` : ''
  const clock = !timed && since !== undefined && place === 'served' ? ` ${session.clock(since)}` : ''
  return (
    <span class={`w-place w-place-${tone}`}>
      <Icon name={glyph} size="s" />
      <span>
        {word}
        {where}
        {clock}
      </span>
      {timed && since !== undefined && <Age since={since} now={session.now} />}
    </span>
  )
}
