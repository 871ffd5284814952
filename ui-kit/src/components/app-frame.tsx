// Where things stand on every staff screen: top, work, side, bottom. The parts never cover each other, so the focus
// is never hidden; [data-hand=left] on the page puts the side on the other side.
import type { ComponentChildren } from 'preact'
import { classes } from './class-names.ts'

export type AppFrameProps = {
  top: ComponentChildren
  side?: ComponentChildren
  bottom?: ComponentChildren
  /** Named, when there is a side: "Order". */
  sideLabel?: string | undefined
  children: ComponentChildren
}

export function AppFrame({ top, side, bottom, sideLabel, children }: AppFrameProps) {
  return (
    <div class={classes('k-frame', side !== undefined && 'k-frame-sided')}>
      <header class="k-frame-top">{top}</header>
      <main class="k-frame-main">{children}</main>
      {side === undefined ? null : (
        <aside class="k-frame-side" aria-label={sideLabel}>
          {side}
        </aside>
      )}
      {bottom === undefined ? null : <div class="k-frame-bottom">{bottom}</div>}
    </div>
  )
}
