// A button that cannot act now stays in reach and says why: it is never taken out of the tab order.
import type { ComponentChildren, Ref } from 'preact'
import { useContext } from 'preact/hooks'
import type { Tone } from '../action.ts'
import { Icon, type IconName } from '../icons/icon.tsx'
import { toast } from '../toasts.ts'
import { Words } from '../words.ts'
import { classes } from './class-names.ts'
import { Spinner } from './spinner.tsx'

export type ButtonProps = {
  label: string
  onPress: (event: MouseEvent) => void
  icon?: IconName | undefined
  tone?: Tone | undefined
  size?: 'm' | 'l' | 'xl' | undefined
  /** A second, smaller line: where it goes, what it costs. */
  detail?: ComponentChildren
  /** A count in a disc at the end. */
  badge?: string | number | undefined
  /** For a toggle; leave out for a plain button. */
  pressed?: boolean | undefined
  expanded?: boolean | undefined
  busy?: boolean | undefined
  disabled?: boolean | undefined
  /** Why it is disabled; shown in place of `detail`. */
  why?: string | undefined
  /** Shows the icon alone; the label is still read out. */
  iconOnly?: boolean | undefined
  /** As wide as what holds it. */
  wide?: boolean | undefined
  /** `event.code` names for assistive technology, such as "Enter". */
  keys?: string | undefined
  popup?: 'menu' | 'dialog' | undefined
  submit?: boolean | undefined
  class?: string | undefined
  buttonRef?: Ref<HTMLButtonElement> | undefined
  /** Set at the far end of the label: a price, a time. */
  children?: ComponentChildren
}

export function Button(props: ButtonProps) {
  const { label, icon, tone = 'plain', size = 'm', badge, busy, disabled, why, iconOnly, detail, children } = props
  const words = useContext(Words)
  const idle = disabled === true || busy === true
  const second = disabled && why ? why : detail
  const press = (event: MouseEvent) => {
    if (!idle) props.onPress(event)
    else if (iconOnly && why && !busy) toast(why, { tone: 'warn' })
    if (idle) event.preventDefault()
  }
  return (
    <button
      ref={props.buttonRef ?? null}
      type={props.submit ? 'submit' : 'button'}
      class={classes(
        'k-button',
        `k-${tone}`,
        `k-size-${size}`,
        iconOnly && 'k-icon-only',
        props.wide && 'k-wide',
        Boolean(children) && 'k-ended',
        props.class,
      )}
      aria-label={iconOnly ? (disabled && why ? `${label}, ${why}` : label) : undefined}
      aria-disabled={idle || undefined}
      aria-busy={busy || undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.popup}
      aria-keyshortcuts={props.keys}
      onClick={press}
    >
      {busy ? <Spinner label={words.busy} /> : icon && <Icon name={icon} size={size === 'm' ? 'm' : 'l'} />}
      {!iconOnly && (
        <span class="k-button-words">
          <span class="k-button-label">{label}</span>
          {second ? <span class="k-button-detail">{second}</span> : null}
        </span>
      )}
      {children ? <span class="k-button-end">{children}</span> : null}
      {badge === undefined ? null : <span class="k-count">{badge}</span>}
    </button>
  )
}
