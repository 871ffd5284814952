// A choice among few: selected is ink, so that hues stay free to mean a state.
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon, type IconName } from '../icons/icon.tsx'
import { classes } from './class-names.ts'

export type ChipTone = 'plain' | 'no' | 'allergy' | 'held'

export type ChipProps = {
  label: string
  selected: boolean
  onPress: () => void
  tone?: ChipTone | undefined
  icon?: IconName | undefined
  detail?: ComponentChildren
  /** Set at the end: a price, a mark. */
  end?: ComponentChildren
  disabled?: boolean | undefined
  why?: string | undefined
  class?: string | undefined
}

export function Chip({
  label,
  selected,
  onPress,
  tone = 'plain',
  icon,
  detail,
  end,
  disabled,
  why,
  class: more,
}: ChipProps) {
  const second = disabled && why ? why : detail
  return (
    <button
      type="button"
      class={classes('k-chip', `k-chip-${tone}`, Boolean(end) && 'k-ended', more)}
      aria-pressed={selected}
      aria-disabled={disabled || undefined}
      onClick={() => {
        if (!disabled) onPress()
      }}
    >
      {icon && <Icon name={icon} />}
      <span class="k-button-words">
        <span class="k-button-label">{label}</span>
        {second ? <span class="k-button-detail">{second}</span> : null}
      </span>
      {end ? <span class="k-button-end">{end}</span> : null}
    </button>
  )
}

export type ChipGroupProps = {
  label: string
  /** What is asked for: "choose one". */
  hint?: string | undefined
  /** The label is read out, not shown. */
  quiet?: boolean | undefined
  error?: string | undefined
  /** Equal columns instead of a flowing row. */
  columns?: 2 | 3 | 4 | undefined
  children: ComponentChildren
}

export function ChipGroup({ label, hint, quiet, error, columns, children }: ChipGroupProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot share a line with its hint
    <div class="k-chip-group" role="group" aria-labelledby={id} aria-describedby={error ? `${id}-error` : undefined}>
      <div class={quiet ? 'k-unseen' : 'k-group-head'}>
        <span class="k-group-label" id={id}>
          {label}
        </span>
        {hint && <span class="k-group-hint">{hint}</span>}
      </div>
      <div class={classes('k-chips', columns && `k-columns-${columns}`)}>{children}</div>
      {error && (
        <p class="k-error" id={`${id}-error`}>
          <Icon name="warn" size="s" />
          {error}
        </p>
      )}
    </div>
  )
}
