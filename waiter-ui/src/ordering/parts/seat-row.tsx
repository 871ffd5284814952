// For whom the next dish is: the whole table, or one seat. A seat with an allergy says so.
import { Button } from '@comanda/ui-kit/components/button'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { computed } from '@preact/signals'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { chooseSeat } from '../../draft/draft-edit.ts'
import { useTexts } from '../../waiter.ts'
import type { Party } from '../party.ts'
import { seatsShown } from '../seats.ts'

function Seat({ party, seat }: { party: Party; seat: number | undefined }): VNode {
  const texts = useTexts().ordering
  const isChosen = useMemo(() => computed(() => party.seat.value === seat), [party, seat]).value
  const declared = party.allergies.value.filter((allergy) => allergy.seat === seat)
  const [first] = declared.flatMap((allergy) => allergy.allergens)
  const many = declared.flatMap((allergy) => allergy.allergens).length
  const word = first === undefined ? declared[0]?.text : texts.allergens[first]
  return (
    <button
      type="button"
      class="w-seat"
      aria-pressed={isChosen}
      aria-label={seat === undefined ? undefined : [texts.seat(seat), word].filter(Boolean).join(', ')}
      onClick={() => party.change((draft) => chooseSeat(draft, seat))}
    >
      <span>{seat ?? texts.wholeTable}</span>
      {declared.length > 0 ? (
        <span class="w-seat-allergy">
          <Icon name="triangle" size="s" />
          <span class="w-seat-word">{many > 1 ? `${word} +${many - 1}` : word}</span>
        </span>
      ) : null}
    </button>
  )
}

export function SeatRow({ party }: { party: Party }): VNode {
  const texts = useTexts().ordering
  const largest = useMemo(
    () => computed(() => seatsShown(party.covers.value.count, party.order.value, party.draft.value)),
    [party],
  ).value
  const seats = Array.from({ length: largest }, (_, place) => place + 1)
  return (
    <div class="w-seats">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset adds nothing to a row of toggles */}
      <div class="w-seat-list" role="group" aria-label={texts.seats}>
        {seats.length > 0 && <Seat party={party} seat={undefined} />}
        {seats.map((seat) => (
          <Seat key={seat} party={party} seat={seat} />
        ))}
      </div>
      <Button
        label={texts.allergies}
        icon="triangle"
        iconOnly
        onPress={() => {
          party.view.sheet.value = { kind: 'allergies' }
        }}
      />
      <Button
        label={texts.search}
        icon={party.view.typed.value === undefined ? 'search' : 'cross'}
        iconOnly
        pressed={party.view.typed.value !== undefined}
        keys="/"
        onPress={() => {
          party.view.typed.value = party.view.typed.value === undefined ? '' : undefined
        }}
      />
    </div>
  )
}
