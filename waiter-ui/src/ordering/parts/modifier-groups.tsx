// The groups a dish asks, as chips: what is chosen is ink, what is left off says NO.
import type { AppSession } from '@comanda/app-shell/session'
import type { Catalog } from '@comanda/shared/domain/state'
import type { Item, Modifier, ModifierGroup } from '@comanda/shared/model/menu'
import type { ModifierPrefix } from '@comanda/shared/model/order'
import { Chip, ChipGroup } from '@comanda/ui-kit/components/chip'
import { Segmented } from '@comanda/ui-kit/components/segmented'
import type { VNode } from 'preact'
import type { Texts } from '../../texts/texts.ts'
import { useTexts } from '../../waiter.ts'
import { amounts } from '../amounts.ts'
import { askedGroups, type Choices, choiceOf, countOf } from '../choices.ts'

type ModifierGroupsProps = {
  catalog: Catalog
  item: Item
  choices: Choices
  prefix: ModifierPrefix | undefined
  onPrefix: (prefix: ModifierPrefix | undefined) => void
  onTap: (group: ModifierGroup, modifier: Modifier) => void
  session: Pick<AppSession, 'pick'>
}

function hintOf(group: ModifierGroup, texts: Texts['ordering'], pick: AppSession['pick']): string {
  if (group.min === 1 && group.max === 1) {
    const usual = group.modifiers.filter(({ id }) => group.defaults.includes(id)).map(({ name }) => pick(name))
    return usual.length === 0 ? texts.chooseOne : texts.ifNothingSaid(usual.join(', '))
  }
  return group.min > 0 ? texts.chooseBetween(group.min, group.max) : texts.upTo(group.max)
}

const signed = (price: number, format: (minor: number) => string): string =>
  price > 0 ? `+${format(price)}` : format(price)

/** Only where something can be left off, doubled or set aside. */
const takesPrefixes = ({ group }: { group: ModifierGroup }): boolean => group.max > 1 || group.min === 0

type Prefix = ModifierPrefix | 'plain'

export function ModifierGroups(props: ModifierGroupsProps): VNode {
  const { catalog, item, choices, prefix, onPrefix, onTap, session } = props
  const texts = useTexts().ordering
  const { pick } = session
  const asked = askedGroups(catalog, item, choices)
  const required = asked.filter((one) => !takesPrefixes(one))
  const optional = asked.filter(takesPrefixes)
  const words = { no: texts.no, extra: texts.extra, 'on-side': texts.onSide }
  const format = amounts(catalog.settings)
  const groupView = ({ group, nested }: { group: ModifierGroup; nested: boolean }) => {
    const isMissing = countOf(choices, group) < group.min
    return (
      <div key={group.id} class="w-group" data-nested={nested || undefined} data-missing={isMissing || undefined}>
        <ChipGroup label={pick(group.name)} hint={hintOf(group, texts, pick)}>
          {group.modifiers.map((modifier) => {
            const choice = choiceOf(choices, group, modifier)
            const said = choice?.prefix === undefined ? '' : `${words[choice.prefix]} `
            return (
              <Chip
                key={modifier.id}
                label={`${said}${pick(modifier.name)}`}
                selected={choice !== undefined}
                end={modifier.price === undefined || modifier.price === 0 ? null : signed(modifier.price, format)}
                onPress={() => onTap(group, modifier)}
              />
            )
          })}
        </ChipGroup>
      </div>
    )
  }
  return (
    <>
      {required.map(groupView)}
      {optional.length === 0 ? null : (
        <Segmented<Prefix>
          label={texts.how}
          wide
          items={[
            { id: 'plain', label: texts.plain },
            { id: 'no', label: texts.no },
            { id: 'extra', label: texts.extra },
            { id: 'on-side', label: texts.onSide },
          ]}
          selected={prefix ?? 'plain'}
          onSelect={(id) => onPrefix(id === 'plain' ? undefined : id)}
        />
      )}
      {optional.map(groupView)}
    </>
  )
}
