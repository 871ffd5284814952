// The room as it stands, seen from above. Every table is a link with everything it shows in words.
import { ageText } from '@comanda/ui-kit/components/age'
import type { VNode } from 'preact'
import { hashOf } from '../../route.ts'
import { useTexts, useWaiter } from '../../waiter.ts'
import { type FloorSpot, mapBox, seatMarks } from '../floor-view.ts'
import { initials, type Naming, needWord, presenceWords, spotLabel } from '../spot-words.ts'

export type FloorMapProps = { spots: readonly FloorSpot[]; naming: Naming; label: string }

export function FloorMap({ spots, naming, label }: FloorMapProps): VNode {
  const { x, y, width, height } = mapBox(spots)
  return (
    <div class="w-map">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links is no fieldset */}
      <svg
        class="w-map-sheet"
        role="group"
        aria-label={label}
        viewBox={`${x} ${y} ${width} ${height}`}
        preserveAspectRatio="xMidYMin"
        style={{ '--map-width': `${width}px`, '--map-height': `${height}px` }}
      >
        {spots.map((spot) => (
          <Spot key={spot.table.id} spot={spot} naming={naming} />
        ))}
      </svg>
    </div>
  )
}

function Spot({ spot, naming }: { spot: FloorSpot; naming: Naming }): VNode {
  const { session } = useWaiter()
  const texts = useTexts()
  const { table, floor, present, draft } = spot
  const { stage, since, waiterId, badge } = floor
  const age = since === undefined ? undefined : ageText(session.now.value - since)
  const isMine = waiterId !== undefined && waiterId === naming.me
  const { width, height } = table
  const middle = width / 2
  const who = stage === 'free' ? '' : initials(naming.nameOf(waiterId))
  const isOpen = present.length > 0 || draft > 0
  return (
    <a
      href={hashOf({ at: 'table', tableId: table.id })}
      class={`w-spot w-spot-${stage}${badge === undefined ? '' : ` w-spot-${badge.kind}`}${isMine ? ' w-spot-mine' : ''}`}
      aria-label={spotLabel(spot, texts, naming, age)}
    >
      <g transform={`translate(${table.x} ${table.y})`}>
        {seatMarks(table, floor.covers).map((mark) => (
          <rect
            key={`${mark.x} ${mark.y}`}
            class={mark.taken ? 'w-seat-taken' : 'w-seat-free'}
            x={mark.x}
            y={mark.y}
            width={mark.width}
            height={mark.height}
            rx={3}
          />
        ))}
        {table.shape === 'round' ? (
          <ellipse class="w-spot-face" cx={middle} cy={height / 2} rx={middle} ry={height / 2} />
        ) : (
          <rect class="w-spot-face" width={width} height={height} rx={6} />
        )}
        <text class="w-spot-name" x={middle} y={height / 2 - (stage === 'free' ? 2 : 10)}>
          {table.name}
        </text>
        <text class="w-spot-stage" x={middle} y={height / 2 + (stage === 'free' ? 14 : 7)}>
          {texts.home.stages[stage]}
        </text>
        {age !== undefined && (
          <text class="w-spot-time" x={middle} y={height / 2 + 21}>
            {age}
            {who !== '' && (
              <tspan class="w-spot-who" dx={4}>
                {who}
              </tspan>
            )}
          </text>
        )}
        {badge !== undefined && <SpotBadge kind={badge.kind} word={needWord(spot, texts) ?? ''} right={width + 8} />}
        {isOpen && (
          <Standing
            words={shortPresence(spot, naming)}
            middle={middle}
            top={height + 12}
            title={presenceWords(spot, texts, naming).join(', ')}
          />
        )}
      </g>
    </a>
  )
}

/** Who has it open; a dashed ring when something of this tablet's own is not sent there. */
const shortPresence = ({ present, draft }: FloorSpot, { nameOf }: Naming): string => {
  const names = present.map(({ staffId }) => nameOf(staffId) ?? '?').join(', ')
  return [names, draft > 0 ? `◌ ${draft}` : ''].filter((word) => word !== '').join(' ')
}

const glyphs = { call: '✋', ready: '✓', late: '!', bill: '€' }
const letter = 7.4

function SpotBadge({ kind, word, right }: { kind: keyof typeof glyphs; word: string; right: number }): VNode {
  const mark = kind === 'call' ? '' : `${glyphs[kind]} `
  const text = `${mark}${word}`
  const width = text.length * letter + 14
  return (
    <g class={`w-spot-badge w-spot-badge-${kind}`} transform={`translate(${right - width} -20)`}>
      <rect width={width} height={20} rx={4} />
      <text x={width / 2} y={14}>
        {text}
      </text>
    </g>
  )
}

function Standing({ words, middle, top, title }: { words: string; middle: number; top: number; title: string }): VNode {
  const width = words.length * 6.4 + 16
  return (
    <g class="w-spot-here" transform={`translate(${middle - width / 2} ${top - 10})`}>
      <title>{title}</title>
      <rect width={width} height={18} rx={9} />
      <text x={width / 2} y={13}>
        {words}
      </text>
    </g>
  )
}
