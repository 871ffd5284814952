// A button that opens a list of actions. Arrows walk, Home and End jump, Esc and a tap outside close, and the focus
// goes back to the button.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { BoundAction, Tone } from '../action.ts'
import { Icon, type IconName } from '../icons/icon.tsx'
import { keyName } from '../keys.ts'
import { Button } from './button.tsx'
import { classes } from './class-names.ts'
import { walk } from './roving.ts'

export type MenuProps = {
  label: string
  actions: readonly BoundAction[]
  icon?: IconName | undefined
  tone?: Tone | undefined
  /** Shows the label beside the icon. */
  worded?: boolean | undefined
  /** Shows each action's key. */
  showKeys?: boolean | undefined
}

function place(list: HTMLElement, button: HTMLElement): void {
  const { top, bottom, left, right } = button.getBoundingClientRect()
  const { innerWidth, innerHeight } = window
  const gap = 6
  const fitsBelow = bottom + gap + list.offsetHeight <= innerHeight
  const y = fitsBelow ? bottom + gap : Math.max(gap, top - gap - list.offsetHeight)
  const x = left + list.offsetWidth <= innerWidth - gap ? left : right - list.offsetWidth
  list.style.top = `${y}px`
  list.style.left = `${Math.max(gap, x)}px`
}

type ListProps = {
  id: string
  actions: readonly BoundAction[]
  showKeys: boolean
  button: HTMLElement
  onClose: () => void
}

function MenuList({ id, actions, showKeys, button, onClose }: ListProps) {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = list
    if (!current) return
    current.showPopover?.()
    place(current, button)
    current.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    return () => {
      if (current.contains(document.activeElement)) button.focus()
    }
  }, [button])
  useEffect(() => {
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !list.current?.contains(target) && !button.contains(target)) onClose()
    }
    document.addEventListener('pointerdown', outside)
    window.addEventListener('resize', onClose)
    return () => {
      document.removeEventListener('pointerdown', outside)
      window.removeEventListener('resize', onClose)
    }
  }, [button, onClose])
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault()
      event.stopPropagation()
      onClose()
    } else if (list.current) walk(event, list.current, '[role=menuitem]')
  }
  return (
    <div
      ref={list}
      id={id}
      class="k-menu"
      role="menu"
      popover="manual"
      aria-labelledby={`${id}-button`}
      onKeyDown={pressed}
    >
      {actions.map((action) => (
        <button
          key={action.name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          class={classes('k-menu-item', `k-item-${action.tone ?? 'plain'}`)}
          aria-disabled={action.enabled !== true || undefined}
          onClick={() => {
            if (action.enabled !== true) return
            onClose()
            action.run()
          }}
        >
          {action.icon ? <Icon name={action.icon} /> : <span class="k-icon k-icon-m" />}
          <span class="k-button-words">
            <span class="k-button-label">{action.label}</span>
            {action.enabled === true ? null : <span class="k-button-detail">{action.enabled}</span>}
          </span>
          {showKeys && action.keys[0] ? <kbd class="k-key">{keyName(action.keys[0])}</kbd> : null}
        </button>
      ))}
    </div>
  )
}

export function Menu({ label, actions, icon = 'dots', tone = 'quiet', worded, showKeys = false }: MenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  return (
    <span class="k-menu-place" id={`${id}-button`}>
      <Button
        buttonRef={button}
        label={label}
        icon={icon}
        tone={tone}
        iconOnly={!worded}
        popup="menu"
        expanded={open}
        onPress={() => setOpen(!open)}
      />
      {open && button.current && (
        <MenuList
          id={id}
          actions={actions}
          showKeys={showKeys}
          button={button.current}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  )
}
