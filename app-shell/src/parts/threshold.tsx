// The frame around everything that comes before the screen's own work: whose restaurant, what to do, the language.
import type { ComponentChildren } from 'preact'
import { LanguageSwitch } from './language-switch.tsx'

export type ThresholdProps = {
  /** The restaurant and the screen, small above the title. */
  over?: string | undefined
  title: string
  children: ComponentChildren
}

export function Threshold({ over, title, children }: ThresholdProps) {
  return (
    <div class="a-threshold">
      <header class="a-threshold-top">
        <span class="a-threshold-over">{over}</span>
        <LanguageSwitch />
      </header>
      <main class="a-threshold-main">
        <h1 class="a-threshold-title">{title}</h1>
        {children}
      </main>
    </div>
  )
}
