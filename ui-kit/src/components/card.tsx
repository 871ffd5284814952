// Paper on the counter: what belongs together. `slip` tears its last part off with a perforation.
import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'

export type CardProps = {
  children: ComponentChildren
  title?: ComponentChildren
  /** At the end of the title's line. */
  aside?: ComponentChildren
  /** Under a perforation: what is still open. */
  stub?: ComponentChildren
  tone?: 'plain' | 'ok' | 'warn' | 'late' | 'held' | 'sunken' | undefined
  class?: string | undefined
}

export function Card({ children, title, aside, stub, tone = 'plain', class: more }: CardProps) {
  return (
    <section class={classes('k-card', `k-card-${tone}`, more)}>
      {title && (
        <header class="k-card-head">
          <h2 class="k-card-title">{title}</h2>
          {aside && <span class="k-card-aside">{aside}</span>}
        </header>
      )}
      <div class="k-card-body">{children}</div>
      {stub && <div class="k-card-stub">{stub}</div>}
    </section>
  )
}
