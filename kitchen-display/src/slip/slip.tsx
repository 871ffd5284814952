// One paper slip on the rail. It is drawn again when its ticket, its place or its selection changes; its age and its fuse
// move by themselves.

import { secondsLeft } from '@comanda/app-shell/leaving'
import type { Course } from '@comanda/shared/model/menu'
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import { leavingOf } from '../every-screen/soon.ts'
import type { Acts } from '../station/acts.ts'
import type { Shown, Station } from '../station/station.ts'
import { Flags } from './flags.tsx'
import { burnt, paceAt } from './pace.ts'
import { pieceOf } from './sheet.ts'
import { SlipBody } from './slip-body.tsx'
import type { SlipView } from './slip-view.ts'
import { Stub } from './stub.tsx'
import { whereText } from './where-text.ts'

export type SlipProps = {
  readonly station: Station
  readonly acts: Acts
  readonly shown: Shown
  readonly isSelected: boolean
  readonly isChanged: boolean
  readonly onMore: (view: SlipView) => void
}

const courseText = (course: Course, station: Station): string =>
  course === 0 ? station.words.value.drinks : station.words.value.course(course)

export function Slip({ station, acts, shown, isSelected, isChanged, onMore }: SlipProps) {
  const { view, place, gone, sheet } = shown
  const { ticket } = view
  const { now } = station.session
  const pace = useComputed(() => paceAt(ticket.firedAt, view.lateAt, now.value))
  const piece = pieceOf(sheet, place.part, place.parts, place.span, station.grid.value)
  const classes = [
    'slip',
    gone === undefined ? pace.value : 'gone',
    ticket.rush || ticket.remake ? 'urgent' : '',
    ticket.seenAt === undefined || isChanged ? 'fresh' : '',
    isSelected ? 'selected' : '',
  ]
  const area = `${place.row + 1} / ${place.column + 1} / span ${place.span} / span 1`
  return (
    <article
      class={classes.join(' ')}
      style={{ gridArea: area }}
      data-ticket={ticket.id}
      data-version={ticket.version}
      data-part={place.part}
      aria-label={whereText(view, station)}
    >
      <Head {...{ station, shown, isChanged, onMore }} />
      <Rushing station={station} view={view} />
      <SlipBody {...{ station, acts, view, blocks: piece.blocks, isGone: gone !== undefined }} />
      {piece.isCut && <span class="cut">▾ {station.words.value.hidden}</span>}
      {piece.isLast ? (
        <>
          <Feet view={view} station={station} alsoAt={sheet.alsoAt} />
          <Stub {...{ station, acts, view, gone }} />
        </>
      ) : (
        <span class="goes-on">
          {station.words.value.goesOn} {place.part + 1}/{place.parts} ▸
        </span>
      )}
    </article>
  )
}

type HeadProps = Pick<SlipProps, 'station' | 'shown' | 'isChanged' | 'onMore'>

function Head({ station, shown, isChanged, onMore }: HeadProps) {
  const { view, number, gone, sheet } = shown
  const { ticket, order } = view
  const words = station.words.value
  const { now } = station.session
  const age = useComputed(() => ageText(now.value - ticket.firedAt))
  const fuse = useComputed(() => `transform:scaleX(${burnt(ticket.firedAt, view.lateAt, now.value) / 100})`)
  const who = [
    view.waiter,
    order.type === 'dine-in' ? words.covers(order.covers) : order.type === 'takeaway' ? words.takeaway : words.barTab,
  ].filter((part) => part !== undefined)
  const where = whereText(view, station)
  const old = station.moved.value.get(ticket.id)
  return (
    <button
      type="button"
      class="head"
      aria-haspopup="dialog"
      aria-label={words.ticketActions(where)}
      disabled={gone !== undefined}
      onClick={() => onMore(view)}
    >
      <span class="flag">
        <span class="slot-number">{number}</span>
        <Flags {...{ station, view, isChanged }} />
        <span class="dots" aria-hidden="true">
          <Icon name="dots" />
        </span>
      </span>
      <span class="who">
        <span class="where">{where}</span>
        <span class="age">
          {ticket.startedAt !== undefined && (
            <span class="started" role="img" aria-label={words.started}>
              <Icon name="play" />
            </span>
          )}
          {age}
        </span>
      </span>
      <span class="meta">
        <span class="meta-who">
          {old !== undefined && <b class="was-at">{words.wasAt(whereText(old, station))}</b>} {who.join(' · ')}
        </span>
        <span>
          #{view.number} {courseText(ticket.course, station)}
        </span>
      </span>
      {sheet.marks !== '' && <span class="marks">{sheet.marks}</span>}
      <span class="fuse" aria-hidden="true">
        <span style={fuse} />
      </span>
    </button>
  )
}

/** It will be rushed; where it says so it can be cancelled (ORD-14). */
function Rushing({ station, view }: { station: Station; view: SlipView }) {
  const { soon, session, words } = station
  const leaving = leavingOf(soon, (wish) => wish.type === 'ticket.rush' && wish.args.ticketId === view.ticket.id)
  if (leaving === undefined) return null
  return (
    <button type="button" class="leaving" onClick={() => soon.cancel(leaving.id)}>
      <b>
        <Icon name="rush" /> {words.value.rush} {secondsLeft(leaving, session.now.value)}
      </b>
      <span>
        <Icon name="undo" /> {words.value.cancel}
      </span>
    </button>
  )
}

function Feet({ view, station, alsoAt }: { view: SlipView; station: Station; alsoAt: string }) {
  const words = station.words.value
  if (alsoAt === '' && view.held.length === 0) return null
  return (
    <div class="feet">
      {alsoAt !== '' && (
        <div class="also">
          {words.alsoAt} <b>{alsoAt.slice(words.alsoAt.length + 1)}</b>
        </div>
      )}
      {view.held.map(({ course, items }) => (
        <div class="held" key={course}>
          <Icon name="pause" size="s" /> {words.held(courseText(course, station), items)}
        </div>
      ))}
    </div>
  )
}
