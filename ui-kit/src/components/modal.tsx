// What a sheet and a dialog share: while it is open nothing behind it can be reached, Esc closes it, and the focus
// goes back to where it came from.
import type { ComponentChildren, RefObject } from 'preact'
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Words } from '../words.ts'
import { Button } from './button.tsx'
import { moveToasts } from './toasts-place.ts'

export type ModalProps = {
  title: string
  /** Under the title, smaller. */
  detail?: ComponentChildren
  onClose: () => void
  children: ComponentChildren
  /** Stays in view at the lower edge. */
  actions?: ComponentChildren
}

const reachable = 'button,a[href],input,select,textarea,summary,[tabindex="0"]'

/** What was asked for; else the first thing to press that is not Close. A field would call up the keyboard unasked. */
const firstStop = (dialog: HTMLElement): HTMLElement | null =>
  dialog.querySelector<HTMLElement>('[autofocus]') ??
  dialog.querySelector<HTMLElement>('.k-modal-content button, .k-modal-actions button')

function wrapFocus(event: KeyboardEvent, frame: HTMLElement): void {
  if (event.key !== 'Tab') return
  const stops = [...frame.querySelectorAll<HTMLElement>(reachable)].filter(
    (stop) => stop.tabIndex >= 0 && stop.offsetParent,
  )
  const [first] = stops
  const last = stops.at(-1)
  if (!first || !last) return
  const leaving = event.shiftKey ? first : last
  if (document.activeElement !== leaving && frame.contains(document.activeElement)) return
  event.preventDefault()
  const next = event.shiftKey ? last : first
  next.focus()
}

function useModal(frame: RefObject<HTMLDialogElement>): void {
  useLayoutEffect(() => {
    const dialog = frame.current
    const cameFrom = document.activeElement
    if (!dialog?.isConnected) return
    dialog.showModal()
    moveToasts()
    firstStop(dialog)?.focus()
    return () => {
      moveToasts(dialog)
      dialog.close()
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus()
    }
  }, [frame])
}

export function Modal({ kind, title, detail, onClose, children, actions }: ModalProps & { kind: 'sheet' | 'dialog' }) {
  const frame = useRef<HTMLDialogElement>(null)
  const begunOnVeil = useRef(false)
  const words = useContext(Words)
  const id = useId()
  useModal(frame as RefObject<HTMLDialogElement>)
  return (
    <dialog
      ref={frame}
      class={`k-modal k-${kind}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        begunOnVeil.current = event.target === frame.current
      }}
      onClick={(event) => {
        if (event.target === frame.current && begunOnVeil.current) onClose()
      }}
      onKeyDown={(event) => wrapFocus(event, event.currentTarget)}
    >
      <div class="k-modal-body">
        <header class="k-modal-head">
          <div class="k-grow">
            <h2 class="k-modal-title" id={id}>
              {title}
            </h2>
            {detail && <p class="k-modal-detail">{detail}</p>}
          </div>
          <Button label={words.close} icon="cross" iconOnly tone="quiet" onPress={onClose} />
        </header>
        <div class="k-modal-content">{children}</div>
        {actions && <footer class="k-modal-actions">{actions}</footer>}
      </div>
    </dialog>
  )
}
