// A row of a list: something to know it by, its words, and what it says at its end. With onPress all of it is a button.
import type { ComponentChildren } from 'preact'
import { Icon } from '../icons/icon.tsx'
import { classes } from './class-names.ts'

export type ListRowProps = {
  title: ComponentChildren
  detail?: ComponentChildren
  /** First: a table's number, a mark. */
  lead?: ComponentChildren
  /** Last: a badge, an amount, a button (then leave onPress out). */
  end?: ComponentChildren
  onPress?: (() => void) | undefined
  selected?: boolean | undefined
  disabled?: boolean | undefined
  /** An arrow at the end: pressing it leads on. */
  leads?: boolean | undefined
  tone?: 'plain' | 'ok' | 'warn' | 'late' | 'held' | undefined
  class?: string | undefined
}

export function ListRow(props: ListRowProps) {
  const { title, detail, lead, end, onPress, selected, disabled, leads, tone = 'plain' } = props
  const inside = (
    <>
      {lead === undefined ? null : <span class="k-list-lead">{lead}</span>}
      <span class="k-list-middle">
        <span class="k-list-words">
          <span class="k-list-title">{title}</span>
          {detail ? <span class="k-list-detail">{detail}</span> : null}
        </span>
        {end ? <span class="k-list-end">{end}</span> : null}
      </span>
      {leads ? <Icon name="right" /> : null}
    </>
  )
  const look = classes('k-list-row', `k-edge-${tone}`, props.class)
  return (
    <li class="k-list-item">
      {onPress ? (
        <button
          type="button"
          class={look}
          aria-pressed={selected}
          aria-disabled={disabled || undefined}
          onClick={() => {
            if (!disabled) onPress()
          }}
        >
          {inside}
        </button>
      ) : (
        <div class={look}>{inside}</div>
      )}
    </li>
  )
}

export function List({ label, children }: { label?: string; children: ComponentChildren }) {
  return (
    <ul class="k-list" aria-label={label}>
      {children}
    </ul>
  )
}
