// What stands on a slip between its head and its stub: allergies first, then the dishes as they came.
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useEffect, useRef } from 'preact/hooks'
import type { Acts } from '../station/acts.ts'
import type { Station } from '../station/station.ts'
import { allergyText, type Block } from './blocks.ts'
import { LineBlock } from './line-block.tsx'
import type { SlipGroup, SlipView } from './slip-view.ts'

export type BodyProps = {
  readonly station: Station
  readonly acts: Acts
  readonly view: SlipView
  readonly blocks: readonly Block[]
  readonly isGone: boolean
}

export function SlipBody({ blocks, isGone, ...rest }: BodyProps) {
  const { station, view } = rest
  const pointed = station.selected.value === view.ticket.id ? station.cursor.value : undefined
  return (
    <div class="body" inert={isGone}>
      {blocks.map((block) => (
        <BlockView key={block.key} {...rest} block={block} isPointed={pointed === block.key} />
      ))}
    </div>
  )
}

type BlockProps = Omit<BodyProps, 'blocks' | 'isGone'> & { readonly isPointed: boolean }

function BlockView({ block, ...rest }: BlockProps & { block: Block }) {
  switch (block.kind) {
    case 'allergies':
      return <Band {...rest} />
    case 'note':
      return <p class="order-note">{block.text}</p>
    case 'rule':
      return <Rule station={rest.station} group={block.group} />
    case 'line':
      return <LineBlock {...rest} line={block.line} />
  }
}

function Band({ station, acts, view, isPointed }: BlockProps) {
  const words = station.words.value
  const band = useRef<HTMLButtonElement>(null)
  // "see this first": it steps forward each time that somebody ran into it
  useEffect(() => {
    if (isPointed) band.current?.animate([{ transform: 'scale(1.04)' }, { transform: 'none' }], 250)
  }, [isPointed])
  return (
    <button
      ref={band}
      type="button"
      class={`band ${isPointed ? 'pointed' : ''}`}
      aria-pressed={view.allergySeen}
      onClick={() => acts.acknowledge(view)}
    >
      <Icon name="triangle" size="l" />
      <span class="band-words">
        {view.allergies.map((allergy) => (
          <span key={allergy.id}>
            <b>{allergyText(allergy, words)}</b>
            <span class="band-seat">
              {allergy.seat === undefined ? words.wholeOrder : words.seat(allergy.seat)} ·{' '}
              {view.allergySeen ? `✓ ${words.seen}` : words.tapWhenSeen}
            </span>
          </span>
        ))}
      </span>
    </button>
  )
}

function Rule({ station, group }: { station: Station; group: SlipGroup }) {
  const words = station.words.value
  const { clock } = station.session
  return (
    <div class="rule">
      {group.addedAt !== undefined && (
        <>
          {words.addOn} <span>{clock(group.addedAt)}</span>
        </>
      )}
      {group.told && <b class="stamp">{words.told}</b>}
      {!group.told && group.queuedSince !== undefined && <b class="stamp">{words.queued(clock(group.queuedSince))}</b>}
    </div>
  )
}
