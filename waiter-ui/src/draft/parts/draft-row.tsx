// One row of the draft, with its own minus (ORD-1). What will not go says why, in words and by its edge.
import type { Catalog } from '@comanda/shared/domain/state'
import type { Settings } from '@comanda/shared/model/settings'
import { Badge } from '@comanda/ui-kit/components/badge'
import { Button } from '@comanda/ui-kit/components/button'
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { amounts } from '../../ordering/amounts.ts'
import type { Party } from '../../ordering/party.ts'
import type { Texts } from '../../texts/texts.ts'
import { useTexts } from '../../waiter.ts'
import { setQuantity } from '../draft-edit.ts'
import type { DraftRow } from '../draft-slip.ts'
import { saidModifiers } from '../row-texts.ts'

type RowProps = { party: Party; row: DraftRow; catalog: Catalog; settings: Settings }

/** Why it will not go as it stands. */
function troubleOf(row: DraftRow, left: number, texts: Texts, name: string): string | undefined {
  const { draft, ordering } = texts
  if (row.lacking === 'sold-out') return row.entry.cameBack === undefined ? draft.soldOut : draft.cameBack
  if (row.lacking === 'count-too-low') return draft.tooFew(left)
  if (row.entry.cameBack !== undefined) return row.entry.cameBack === 'sold-out' ? draft.cameBack : draft.cameBackFew
  switch (row.problem?.code) {
    case undefined:
      return undefined
    case 'no-live-station':
      return draft.noStation(name)
    case 'modifier-choice':
      return draft.missing
    case 'price-missing':
      return ordering.enterPrice
    case 'weight-missing':
      return ordering.enterWeight
    default:
      return draft.soldOut
  }
}

function Details({ party, row, catalog }: Omit<RowProps, 'settings'>): VNode | null {
  const texts = useTexts().ordering
  const { pick } = party.waiter.session
  const { seat, note, grams, modifiers, ownBar, course } = row.entry.line
  const prefixes = { no: texts.no, extra: texts.extra, 'on-side': texts.onSide }
  const words = [
    ...(seat === undefined ? [] : [texts.seat(seat).toLowerCase()]),
    ...(course === undefined ? [] : [texts.courseName(course).toLowerCase()]),
    ...(grams === undefined ? [] : [texts.grams(grams)]),
    ...(ownBar === true ? [texts.ownBar.toLowerCase()] : []),
  ]
  const said = saidModifiers(catalog, modifiers)
  if (words.length === 0 && said.length === 0 && note === undefined) return null
  return (
    <span class="w-row-details">
      {words.join(', ')}
      {said.map(({ modifier, prefix }) => (
        <span key={`${prefix}${modifier.id}`} class="w-row-modifier">
          {prefix === undefined ? null : <b class={prefix === 'no' ? 'w-no' : 'w-prefix'}>{prefixes[prefix]}</b>}{' '}
          {pick(modifier.name)}
        </span>
      ))}
      {note === undefined ? null : <span class="w-row-note">{`“${note}”`}</span>}
    </span>
  )
}

function Mark({ row }: { row: DraftRow }): VNode | null {
  const texts = useTexts().ordering
  switch (row.mark.kind) {
    case 'clear':
      return null
    case 'not-recorded':
      return <Badge tone="allergy" glyph="triangle" label={texts.notRecorded} />
    case 'contains':
      return (
        <Badge
          tone="allergy"
          glyph="triangle"
          label={row.mark.allergens.map((allergen) => texts.allergens[allergen]).join(', ')}
        />
      )
  }
}

export function DraftRowView({ party, row, catalog, settings }: RowProps): VNode {
  const texts = useTexts()
  const { pick } = party.waiter.session
  const { entry, item, line } = row
  const name = item === undefined ? entry.line.itemId : pick(item.name)
  const left = party.state.value?.counts.get(entry.line.itemId)?.left ?? 0
  const trouble = troubleOf(row, left, texts, name)
  const price = line?.unitPrice
  const open = () => {
    const isOut = row.lacking === 'sold-out' && item !== undefined
    party.view.sheet.value = isOut ? { kind: 'instead', item, key: entry.key } : { kind: 'line', key: entry.key }
  }
  return (
    <li class="w-row" data-fate={row.fate} data-trouble={trouble === undefined ? undefined : true}>
      <button type="button" class="w-row-open" aria-label={undefined} onClick={open}>
        <Icon name={row.fate === 'holds' ? 'pause' : trouble === undefined ? 'ring-dashed' : 'warn'} />
        <span class="w-row-count">{entry.line.quantity}</span>
        <span class="w-row-words">
          <span class="w-row-name">{name}</span>
          <Details party={party} row={row} catalog={catalog} />
          {trouble === undefined ? null : <span class="w-row-trouble">{trouble}</span>}
          <Mark row={row} />
        </span>
        <span class="w-row-price">{price === undefined ? '' : amounts(settings)(price * entry.line.quantity)}</span>
      </button>
      <Button
        label={texts.draft.one(name)}
        icon="minus"
        iconOnly
        onPress={() => party.change((draft, now) => setQuantity(draft, entry.key, entry.line.quantity - 1, now))}
      />
    </li>
  )
}
