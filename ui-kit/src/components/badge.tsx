// A word in a box: a colour never comes without its word.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icons/icon.tsx'

export type BadgeTone = 'plain' | 'line' | 'ink' | 'call' | 'ok' | 'warn' | 'late' | 'held' | 'allergy'

export type BadgeProps = {
  label: ComponentChildren
  tone?: BadgeTone | undefined
  glyph?: IconName | undefined
  size?: 'm' | 'l' | undefined
}

export function Badge({ label, tone = 'plain', glyph, size = 'm' }: BadgeProps) {
  return (
    <span class={`k-badge k-badge-${tone} k-badge-${size}`}>
      {glyph && <Icon name={glyph} size="s" />}
      <span>{label}</span>
    </span>
  )
}
