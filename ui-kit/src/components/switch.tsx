// On or off, at once.
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export type SwitchProps = {
  label: string
  on: boolean
  onChange: (on: boolean) => void
  detail?: ComponentChildren
  disabled?: boolean | undefined
  why?: string | undefined
}

export function Switch({ label, on, onChange, detail, disabled, why }: SwitchProps) {
  const id = useId()
  const second = disabled && why ? why : detail
  return (
    <button
      type="button"
      role="switch"
      class="k-switch"
      aria-checked={on}
      aria-disabled={disabled || undefined}
      aria-labelledby={id}
      onClick={() => {
        if (!disabled) onChange(!on)
      }}
    >
      <span class="k-button-words" id={id}>
        <span class="k-button-label">{label}</span>
        {second ? <span class="k-button-detail">{second}</span> : null}
      </span>
      <span class="k-switch-track" aria-hidden="true">
        <span class="k-switch-knob" />
      </span>
    </button>
  )
}
