// Tabs choose what is seen below them. One stop for the Tab key; the arrows walk and choose.
import type { ComponentChildren } from 'preact'
import { walk } from './roving.ts'

export type TabItem = { readonly id: string; readonly label: string; readonly badge?: string | number }

export type TabsProps = {
  /** What they choose among, read out. */
  label: string
  items: readonly TabItem[]
  selected: string
  onSelect: (id: string) => void
  /** Of a TabPanel with the same name, so that both know of each other. */
  name?: string | undefined
}

export function Tabs({ label, items, selected, onSelect, name }: TabsProps) {
  const walkTabs = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const at = walk(event, event.currentTarget, '[role=tab]')
    const item = at === undefined ? undefined : items[at]
    if (item) onSelect(item.id)
  }
  return (
    <div class="k-tabs" role="tablist" aria-label={label} onKeyDown={walkTabs}>
      {items.map(({ id, label: words, badge }) => (
        <button
          key={id}
          type="button"
          role="tab"
          class="k-tab"
          id={name && `${name}-${id}`}
          aria-controls={name && id === selected ? `${name}-panel` : undefined}
          aria-selected={id === selected}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {words}
          {badge === undefined ? null : <span class="k-count">{badge}</span>}
        </button>
      ))}
    </div>
  )
}

export type TabPanelProps = { name: string; selected: string; children: ComponentChildren; class?: string }

export function TabPanel({ name, selected, children, class: more }: TabPanelProps) {
  return (
    <div id={`${name}-panel`} role="tabpanel" aria-labelledby={`${name}-${selected}`} class={more}>
      {children}
    </div>
  )
}
