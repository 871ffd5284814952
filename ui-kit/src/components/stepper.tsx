// A small whole number between two bounds.
import { useContext } from 'preact/hooks'
import { Words } from '../words.ts'
import { Button } from './button.tsx'

export type StepperProps = {
  label: string
  value: number
  onChange: (value: number) => void
  min?: number | undefined
  max?: number | undefined
  size?: 'm' | 'l' | undefined
  disabled?: boolean | undefined
}

export function Stepper({ label, value, onChange, min = 0, max = 99, size = 'm', disabled }: StepperProps) {
  const words = useContext(Words)
  const step = (by: number) => onChange(Math.min(max, Math.max(min, value + by)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset adds nothing to two buttons and a number
    <div class="k-stepper" role="group" aria-label={label}>
      <Button
        label={`${label}: ${words.less}`}
        icon="minus"
        iconOnly
        size={size}
        disabled={disabled || value <= min}
        onPress={() => step(-1)}
      />
      <output class="k-stepper-value" aria-live="polite">
        {value}
      </output>
      <Button
        label={`${label}: ${words.more}`}
        icon="plus"
        iconOnly
        size={size}
        disabled={disabled || value >= max}
        onPress={() => step(1)}
      />
    </div>
  )
}
