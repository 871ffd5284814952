// The same floor as a list: everything the map shows, in words and in columns (FRT-1).
import { Age } from '@comanda/ui-kit/components/age'
import type { VNode } from 'preact'
import { NeedBadge } from '../../home/parts/need-badge.tsx'
import { hashOf } from '../../route.ts'
import { useTexts, useWaiter } from '../../waiter.ts'
import type { FloorSpot } from '../floor-view.ts'
import { type Naming, presenceWords } from '../spot-words.ts'

export function FloorList({
  spots,
  naming,
  label,
}: {
  spots: readonly FloorSpot[]
  naming: Naming
  label: string
}): VNode {
  const { columns } = useTexts().floor
  return (
    <table class="w-floor-list" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{columns.table}</th>
          <th scope="col">{columns.stage}</th>
          <th scope="col">{columns.time}</th>
          <th scope="col">{columns.waiter}</th>
          <th scope="col">{columns.guests}</th>
          <th scope="col">{columns.need}</th>
        </tr>
      </thead>
      <tbody>
        {spots.map((spot) => (
          <FloorRow key={spot.table.id} spot={spot} naming={naming} />
        ))}
      </tbody>
    </table>
  )
}

function FloorRow({ spot, naming }: { spot: FloorSpot; naming: Naming }): VNode {
  const { session } = useWaiter()
  const texts = useTexts()
  const { table, floor } = spot
  const { stage, since, waiterId, covers, coversAssumed, badge } = floor
  const isMine = waiterId !== undefined && waiterId === naming.me
  const here = presenceWords(spot, texts, naming)
  return (
    <tr class={`w-floor-row w-floor-${stage}`}>
      <th scope="row">
        <a
          class="w-floor-link"
          href={hashOf({ at: 'table', tableId: table.id })}
          aria-label={texts.floor.table(table.name)}
        >
          {table.name}
        </a>
      </th>
      <td>{texts.home.stages[stage]}</td>
      <td class="k-num">{since !== undefined && <Age since={since} now={session.now} />}</td>
      <td>
        {naming.nameOf(waiterId)}
        {isMine && <span class="k-muted"> ({texts.floor.mine})</span>}
        {here.length > 0 && <span class="w-floor-here">{here.join(', ')}</span>}
      </td>
      <td>
        {covers === 0 ? (
          <span class="k-muted">{texts.home.seats(table.seats)}</span>
        ) : coversAssumed ? (
          `~${covers}`
        ) : (
          covers
        )}
      </td>
      <td>{badge !== undefined && <NeedBadge need={{ kind: 'badge', badge, since: badge.since }} />}</td>
    </tr>
  )
}
