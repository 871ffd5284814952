// One of a few, all in view: radio buttons side by side.
import { useId } from 'preact/hooks'
import { Icon, type IconName } from '../icons/icon.tsx'

export type SegmentedItem<Id extends string> = { readonly id: Id; readonly label: string; readonly icon?: IconName }

export type SegmentedProps<Id extends string> = {
  label: string
  items: readonly SegmentedItem<Id>[]
  selected: Id
  onSelect: (id: Id) => void
  /** The label is shown above. */
  worded?: boolean | undefined
  wide?: boolean | undefined
  disabled?: boolean | undefined
}

export function Segmented<Id extends string>(props: SegmentedProps<Id>) {
  const { label, items, selected, onSelect, worded, wide, disabled } = props
  const name = useId()
  return (
    <fieldset class={wide ? 'k-segmented k-wide' : 'k-segmented'} disabled={disabled}>
      <legend class={worded ? 'k-field-label' : 'k-unseen'}>{label}</legend>
      <div class="k-segments">
        {items.map(({ id, label: words, icon }) => (
          <label key={id} class="k-segment">
            <input type="radio" name={name} value={id} checked={id === selected} onChange={() => onSelect(id)} />
            <span class="k-segment-face">
              {icon && <Icon name={icon} />}
              {words}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
