// A bar across the screen that says how things stand. Read out politely; `urgent` interrupts.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icons/icon.tsx'

export type BannerProps = {
  title: ComponentChildren
  tone?: 'plain' | 'ok' | 'warn' | 'late' | undefined
  glyph?: IconName | undefined
  actions?: ComponentChildren
  urgent?: boolean | undefined
  children?: ComponentChildren
}

export function Banner({ title, tone = 'plain', glyph, actions, urgent, children }: BannerProps) {
  return (
    <div class={`k-banner k-banner-${tone}`} role={urgent ? 'alert' : 'status'}>
      {glyph && <Icon name={glyph} size="l" />}
      <div class="k-banner-words">
        <strong>{title}</strong>
        {children ? <span class="k-banner-more">{children}</span> : null}
      </div>
      {actions && <div class="k-banner-actions">{actions}</div>}
    </div>
  )
}
