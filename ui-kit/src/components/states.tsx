// What a screen shows when it has nothing to show, or could not do what was asked.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icons/icon.tsx'

export type EmptyStateProps = {
  title: string
  detail?: ComponentChildren
  glyph?: IconName | undefined
  action?: ComponentChildren
}

export function EmptyState({ title, detail, glyph, action }: EmptyStateProps) {
  return (
    <div class="k-empty">
      {glyph && <Icon name={glyph} size="xl" />}
      <p class="k-empty-title">{title}</p>
      {detail && <p class="k-muted">{detail}</p>}
      {action}
    </div>
  )
}

export type ErrorCardProps = {
  /** What failed. */
  what: string
  /** What was kept. */
  kept?: string | undefined
  /** What to do now. */
  next?: string | undefined
  actions?: ComponentChildren
}

export function ErrorCard({ what, kept, next, actions }: ErrorCardProps) {
  return (
    <section class="k-error-card" role="alert">
      <Icon name="warn" size="l" />
      <div class="k-grow k-stack">
        <h2 class="k-error-what">{what}</h2>
        {kept && <p>{kept}</p>}
        {next && <p class="k-muted">{next}</p>}
        {actions && <div class="k-row k-wrap k-error-actions">{actions}</div>}
      </div>
    </section>
  )
}
