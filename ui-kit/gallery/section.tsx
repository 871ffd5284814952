// One part of the gallery, and one line of states inside it.
import type { ComponentChildren } from 'preact'

export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="g-section" id={id} aria-labelledby={`${id}-title`}>
      <h2 class="g-title" id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  )
}

export function Line({ name, children, tall }: { name: string; children: ComponentChildren; tall?: boolean }) {
  return (
    <div class={tall ? 'g-line g-tall' : 'g-line'}>
      <h3 class="g-name">{name}</h3>
      <div class="g-states">{children}</div>
    </div>
  )
}
