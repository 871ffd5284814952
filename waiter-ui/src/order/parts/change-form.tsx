// A sent line asked for otherwise: how many, for whom, how made, with which note. Nothing goes before it is told (ORD-11).
import type { ChosenModifier } from '@comanda/shared/domain/commands/draft'
import { largestSeat } from '@comanda/shared/domain/seats'
import type { Modifier, ModifierGroup } from '@comanda/shared/model/menu'
import type { ModifierPrefix } from '@comanda/shared/model/order'
import { ActionButton } from '@comanda/ui-kit/components/action-button'
import { Chip, ChipGroup } from '@comanda/ui-kit/components/chip'
import { Field } from '@comanda/ui-kit/components/field'
import { Stepper } from '@comanda/ui-kit/components/stepper'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../../asking/use-scene.ts'
import { choose } from '../../ordering/choices.ts'
import { ModifierGroups } from '../../ordering/parts/modifier-groups.tsx'
import { useWaiter } from '../../waiter.ts'
import { type Change, changeLine, type LineInput } from '../line-deeds.ts'

const longestNote = 140
const mostSeats = 24

const chosenOf = ({ line }: LineInput): ChosenModifier[] =>
  line.modifiers.map(({ groupId, modifierId, prefix }) => ({
    groupId,
    modifierId,
    ...(prefix === undefined ? {} : { prefix }),
  }))

export function ChangeForm({ input, onDone }: { input: LineInput; onDone: () => void }): VNode {
  const scene = useScene()
  const { order: words, ordering } = scene.texts
  const { order, line } = input
  const [change, setChange] = useState<Change>({
    quantity: line.quantity,
    note: line.note ?? '',
    seat: line.seat,
    modifiers: chosenOf(input),
  })
  const seats = Math.min(mostSeats, Math.max(order.covers, largestSeat(order)))
  return (
    <div class="k-stack w-change">
      <div class="w-change-count">
        <span class="k-group-label">{words.quantity}</span>
        <Stepper
          label={words.quantity}
          value={change.quantity}
          min={1}
          max={99}
          size="l"
          onChange={(quantity) => setChange({ ...change, quantity })}
        />
      </div>
      {seats > 0 && (
        <ChipGroup label={ordering.seats}>
          <Chip
            label={words.unseated}
            selected={change.seat === undefined}
            onPress={() => setChange({ ...change, seat: undefined })}
          />
          {Array.from({ length: seats }, (_, index) => index + 1).map((seat) => (
            <Chip
              key={seat}
              label={String(seat)}
              selected={change.seat === seat}
              onPress={() => setChange({ ...change, seat })}
            />
          ))}
        </ChipGroup>
      )}
      <HowMade
        input={input}
        chosen={change.modifiers ?? []}
        onChange={(modifiers) => setChange({ ...change, modifiers })}
      />
      <Field
        label={words.note}
        value={change.note}
        maxLength={longestNote}
        counted
        icon="note"
        onInput={(note) => setChange({ ...change, note })}
      />
      <ActionButton
        action={{
          ...changeLine,
          run: (state, given) => {
            changeLine.run(state, given)
            onDone()
          },
        }}
        state={scene}
        input={{ ...input, change }}
        size="l"
        wide
      />
    </div>
  )
}

type HowMadeProps = {
  input: LineInput
  chosen: readonly ChosenModifier[]
  onChange: (chosen: readonly ChosenModifier[]) => void
}

function HowMade({ input, chosen, onChange }: HowMadeProps): VNode | null {
  const { session } = useWaiter()
  const [prefix, setPrefix] = useState<ModifierPrefix | undefined>(undefined)
  const catalog = session.signals.state.value?.catalog
  const item = catalog?.items[input.line.itemId]
  if (catalog === undefined || item === undefined) return null
  const tap = (group: ModifierGroup, modifier: Modifier) => {
    setPrefix(undefined)
    onChange(choose(catalog, item, chosen, { group, modifier, prefix }))
  }
  return (
    <ModifierGroups
      catalog={catalog}
      item={item}
      choices={chosen}
      prefix={prefix}
      onPrefix={setPrefix}
      onTap={tap}
      session={session}
    />
  )
}
