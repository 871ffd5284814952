// Under the perforation: BUMP, or what stands in its way; after the bump, the way back for as long as it fades.
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { Gone } from '../layout/rail.ts'
import type { Acts } from '../station/acts.ts'
import { blockerOf } from '../station/cursor.ts'
import type { Station } from '../station/station.ts'
import type { SlipView } from './slip-view.ts'

type StubProps = { station: Station; acts: Acts; view: SlipView; gone: Gone | undefined }

export function Stub({ station, acts, view, gone }: StubProps) {
  const words = station.words.value
  if (gone !== undefined) return <Undo {...{ station, acts, view, gone }} />
  const blocker = blockerOf(view)
  const label = blocker === undefined ? words.bump : blocker.kind === 'allergies' ? words.seeAllergy : words.answerVoid
  return (
    <button
      type="button"
      class={`stub ${blocker === undefined ? '' : 'blocked'}`}
      data-bump={view.ticket.id}
      onClick={() => acts.bump(view)}
    >
      <span>{label}</span>
      {view.done > 0 && blocker === undefined && <span class="progress">{words.progress(view.done, view.all)}</span>}
    </button>
  )
}

function Undo({ station, acts, view, gone }: StubProps & { gone: Gone }) {
  const words = station.words.value
  const isLive = station.session.signals.status.value.link === 'live'
  if (gone.why !== 'bumped')
    return <span class="stub">{gone.why === 'elsewhere' ? words.movedAway : words.withdrawn}</span>
  return (
    <button type="button" class="stub undo" onClick={() => acts.undo(view.ticket.id)}>
      <span>{words.undo}</span>
      <span class="progress">
        <Icon name="check" /> {isLive ? words.bumped : words.notSent}
      </span>
      <span class="fading" aria-hidden="true" />
    </button>
  )
}
