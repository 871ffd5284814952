// Big digits for fingers; the same digits on a keyboard do the same while the focus is inside.
import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { Icon } from '../icons/icon.tsx'
import { typed } from '../typed-number.ts'
import { Words } from '../words.ts'

export type PadKeysProps = {
  label: string
  onDigit: (digit: string) => void
  onErase: () => void
  /** As on a phone, or as on a calculator and a keyboard's number block. */
  order: 'phone' | 'calculator'
  /** In the corner left of 0. */
  corner?: ComponentChildren
  disabled?: boolean | undefined
}

const phone = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
const calculator = ['7', '8', '9', '4', '5', '6', '1', '2', '3']

export function PadKeys({ label, order, onDigit, onErase, corner, disabled }: PadKeysProps) {
  const words = useContext(Words)
  const key = (digit: string) => (
    <button
      key={digit}
      type="button"
      class="k-pad-key"
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onDigit(digit)}
    >
      {digit}
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset adds nothing to a pad of keys
    <div class="k-pad" role="group" aria-label={label}>
      {(order === 'phone' ? phone : calculator).map(key)}
      {corner ?? <span />}
      {key('0')}
      <button
        type="button"
        class="k-pad-key k-pad-quiet"
        aria-label={words.erase}
        aria-disabled={disabled || undefined}
        onClick={() => !disabled && onErase()}
      >
        <Icon name="erase" size="l" />
      </button>
    </div>
  )
}

export type NumberPadProps = {
  label: string
  /** Digits as typed, with at most one point when `decimals` is given. */
  value: string
  onInput: (value: string) => void
  onEnter?: (() => void) | undefined
  /** How many digits may follow the point; none without it. */
  decimals?: number | undefined
  maxLength?: number | undefined
  disabled?: boolean | undefined
}

export function NumberPad({ label, value, onInput, onEnter, decimals, maxLength, disabled }: NumberPadProps) {
  const words = useContext(Words)
  const press = (key: string) => onInput(typed(value, key, decimals, maxLength))
  const heard = (event: KeyboardEvent) => {
    if (disabled || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.code === 'NumpadEnter' && onEnter) onEnter()
    else if (/^[\d.,]$/.test(event.key) || event.key === 'Backspace') press(event.key)
    else return
    event.preventDefault()
  }
  const corner = decimals ? (
    <button
      type="button"
      class="k-pad-key k-pad-quiet"
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && press('.')}
    >
      .
    </button>
  ) : (
    <button
      type="button"
      class="k-pad-key k-pad-quiet"
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onInput('')}
    >
      {words.clear}
    </button>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard for the buttons inside
    <div class="k-number-pad" onKeyDown={heard}>
      <PadKeys
        label={label}
        order="calculator"
        onDigit={press}
        onErase={() => press('Backspace')}
        corner={corner}
        disabled={disabled}
      />
    </div>
  )
}
