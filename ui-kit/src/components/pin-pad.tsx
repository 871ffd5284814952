// A PIN by finger, by keys, by paste or by what a password store fills in. The digits are never shown.
import { useContext, useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../icons/icon.tsx'
import { Words } from '../words.ts'
import { Button } from './button.tsx'
import { classes } from './class-names.ts'
import { PadKeys } from './number-pad.tsx'
import { Spinner } from './spinner.tsx'

export type PinPadProps = {
  /** What the PIN is for, read out with the field. */
  label: string
  onPin: (pin: string) => void
  /** With it the PIN goes off at its last digit; without it, at Enter. */
  length?: number | undefined
  busy?: boolean | undefined
  /** Empties the field. */
  error?: string | undefined
  disabled?: boolean | undefined
  /** Takes the focus when it appears. */
  focus?: boolean | undefined
}

const longest = 8
const shortest = 4

export function PinPad({ label, onPin, length, busy, error, disabled, focus = true }: PinPadProps) {
  const words = useContext(Words)
  const [pin, setPin] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const sent = useRef('')
  const id = useId()
  const idle = busy === true || disabled === true
  useLayoutEffect(() => {
    if (error && !busy) setPin('')
  }, [error, busy])
  useEffect(() => {
    if (focus) input.current?.focus()
  }, [focus])

  const enter = (value: string) => {
    if (idle || value.length < (length ?? shortest)) return
    sent.current = value
    onPin(value)
  }
  const change = (value: string) => {
    if (idle) return
    // After a PIN was sent the next digit begins another one.
    const begun = sent.current && value.startsWith(sent.current) ? value.slice(sent.current.length) : value
    const next = begun.replace(/\D/g, '').slice(0, length ?? longest)
    sent.current = ''
    setPin(next)
    if (next.length === length) enter(next)
  }
  const places = Math.max(length ?? shortest, pin.length)
  return (
    <form
      class={classes('k-pin', error && 'k-pin-wrong')}
      onSubmit={(event) => {
        event.preventDefault()
        enter(pin)
      }}
    >
      <div class="k-pin-field">
        <label class="k-unseen" for={id}>
          {label}
        </label>
        <input
          ref={input}
          id={id}
          class="k-pin-input"
          type="password"
          name="pin"
          inputMode="none"
          autoComplete="current-password"
          value={pin}
          readOnly={idle}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onInput={(event) => change(event.currentTarget.value)}
        />
        <span class="k-pin-dots" aria-hidden="true">
          {Array.from({ length: places }, (_, at) => (
            <span key={at} class={at < pin.length ? 'k-pin-dot k-pin-full' : 'k-pin-dot'} />
          ))}
        </span>
        {busy && <Spinner label={words.busy} />}
      </div>
      <p class="k-pin-error" role="alert" id={`${id}-error`}>
        {error && (
          <>
            <Icon name="warn" size="s" />
            {error}
          </>
        )}
      </p>
      <PadKeys
        label={label}
        order="phone"
        onDigit={(digit) => change(pin + digit)}
        onErase={() => change(pin.slice(0, -1))}
        disabled={disabled}
        corner={
          <button
            type="button"
            class="k-pad-key k-pad-quiet"
            aria-disabled={disabled || undefined}
            onClick={() => change('')}
          >
            {words.clear}
          </button>
        }
      />
      {length === undefined && (
        <Button
          label={words.enter}
          tone="primary"
          size="l"
          wide
          submit
          busy={busy}
          disabled={pin.length < shortest}
          onPress={() => {}}
        />
      )}
    </form>
  )
}
