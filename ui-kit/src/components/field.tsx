// A field with its label in view; what is wrong stands beneath it and is read with it.
import type { ComponentChildren, Ref } from 'preact'
import { useId } from 'preact/hooks'
import { Icon, type IconName } from '../icons/icon.tsx'
import { classes } from './class-names.ts'

export type FieldProps = {
  label: string
  value: string
  onInput: (value: string) => void
  error?: string | undefined
  hint?: string | undefined
  type?: 'text' | 'search' | 'password' | 'email' | 'tel' | 'url' | 'number' | 'date' | 'time' | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'search' | 'none' | undefined
  icon?: IconName | undefined
  multiline?: boolean | undefined
  maxLength?: number | undefined
  /** Shows how much of maxLength is used. */
  counted?: boolean | undefined
  placeholder?: string | undefined
  autoComplete?: string | undefined
  disabled?: boolean | undefined
  required?: boolean | undefined
  name?: string | undefined
  /** The label is read out, not shown. */
  quiet?: boolean | undefined
  onEnter?: (() => void) | undefined
  end?: ComponentChildren
  inputRef?: Ref<HTMLInputElement> | undefined
}

type BoxProps = FieldProps & { id: string; describedBy: string }

function Box({ id, describedBy, ...props }: BoxProps) {
  const shared = {
    id,
    class: 'k-input',
    name: props.name,
    inputMode: props.inputMode,
    value: props.value,
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    autoComplete: props.autoComplete ?? 'off',
    disabled: props.disabled,
    required: props.required,
    'aria-invalid': props.error ? true : undefined,
    'aria-describedby': describedBy || undefined,
  }
  if (props.multiline) {
    return <textarea {...shared} rows={2} onInput={(event) => props.onInput(event.currentTarget.value)} />
  }
  return (
    <input
      {...shared}
      ref={props.inputRef ?? null}
      // Preact types an input by its kind; none of ours takes an attribute of its own.
      type={(props.type ?? 'text') as 'text'}
      onInput={(event) => props.onInput(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !props.onEnter) return
        event.preventDefault()
        props.onEnter()
      }}
    />
  )
}

export function Field(props: FieldProps) {
  const { label, value, error, hint, icon, maxLength, counted, quiet, disabled, end } = props
  const id = useId()
  const describedBy = classes(hint && `${id}-hint`, error && `${id}-error`)
  return (
    <div class={classes('k-field', error && 'k-field-wrong', disabled && 'k-field-off')}>
      <label class={quiet ? 'k-unseen' : 'k-field-label'} for={id}>
        {label}
      </label>
      <div class="k-field-box">
        {icon && <Icon name={icon} />}
        <Box {...props} id={id} describedBy={describedBy} />
        {counted && maxLength ? (
          <span class="k-field-count">
            {value.length}/{maxLength}
          </span>
        ) : null}
        {end}
      </div>
      {hint && (
        <p class="k-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="k-error" id={`${id}-error`}>
          <Icon name="warn" size="s" />
          {error}
        </p>
      )}
    </div>
  )
}
