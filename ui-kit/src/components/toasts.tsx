// Toasts of one screen, above everything, read out as they come. A toast waits while a finger or the focus is on it.
// They live in a place of their own, which moves into the dialog that is open: all else is out of reach then.
import { render } from 'preact'
import { useContext, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon, type IconName } from '../icons/icon.tsx'
import { dismiss, type Toast, type ToastTone, toasts } from '../toasts.ts'
import { Words } from '../words.ts'
import { Button } from './button.tsx'
import { moveToasts } from './toasts-place.ts'

const glyphs: Readonly<Partial<Record<ToastTone, IconName>>> = { ok: 'check', warn: 'warn', late: 'warn' }

function ToastCard({ toast }: { toast: Toast }) {
  const words = useContext(Words)
  const { id, text, tone, stays, action } = toast
  const glyph = glyphs[tone]
  return (
    <div class={`k-toast k-toast-${tone}`}>
      {glyph && <Icon name={glyph} />}
      <span class="k-grow">{text}</span>
      {action && (
        <Button
          label={action.label}
          tone="quiet"
          onPress={() => {
            dismiss(id)
            action.run()
          }}
        />
      )}
      {stays === 0 ? (
        <Button label={words.close} icon="cross" iconOnly tone="quiet" onPress={() => dismiss(id)} />
      ) : (
        <span class="k-toast-life" style={{ '--stays': `${stays}s` }} onAnimationIteration={() => dismiss(id)} />
      )}
    </div>
  )
}

function ToastList() {
  const all = toasts.value
  useLayoutEffect(() => moveToasts(), [all.length])
  const failed = ({ tone }: Toast) => tone === 'late'
  const card = (toast: Toast) => <ToastCard key={toast.id} toast={toast} />
  return (
    <>
      <div role="status" class="k-toasts-part">
        {all.filter((toast) => !failed(toast)).map(card)}
      </div>
      <div role="alert" class="k-toasts-part">
        {all.filter(failed).map(card)}
      </div>
    </>
  )
}

export function Toasts() {
  const words = useContext(Words)
  const place = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const made = document.createElement('div')
    made.className = 'k-toasts'
    made.popover = 'manual'
    document.body.append(made)
    place.current = made
    return () => {
      render(null, made)
      made.remove()
    }
  }, [])
  useLayoutEffect(() => {
    if (!place.current) return
    render(
      <Words.Provider value={words}>
        <ToastList />
      </Words.Provider>,
      place.current,
    )
  }, [words])
  return null
}
