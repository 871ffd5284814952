// Toasts of one screen, above everything, read out as they come. A toast waits while a finger or the focus is on it.
import { useContext, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon, type IconName } from '../icons/icon.tsx'
import { dismiss, type Toast, type ToastTone, toasts } from '../toasts.ts'
import { Words } from '../words.ts'
import { Button } from './button.tsx'

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
      ) : null}
      {stays > 0 ? (
        <span class="k-toast-life" style={{ '--stays': `${stays}s` }} onAnimationIteration={() => dismiss(id)} />
      ) : null}
    </div>
  )
}

export function Toasts() {
  const place = useRef<HTMLDivElement>(null)
  const all = toasts.value
  const count = all.length
  useLayoutEffect(() => {
    const { current } = place
    if (!current?.showPopover) return
    if (current.matches(':popover-open')) current.hidePopover()
    if (count > 0) current.showPopover()
  }, [count])
  const failed = (toast: Toast) => toast.tone === 'late'
  return (
    <div ref={place} class="k-toasts" popover="manual">
      <div role="status" class="k-toasts-part">
        {all
          .filter((toast) => !failed(toast))
          .map((toast) => (
            <ToastCard key={toast.id} toast={toast} />
          ))}
      </div>
      <div role="alert" class="k-toasts-part">
        {all.filter(failed).map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </div>
  )
}
