// The pass put together: one for as long as it is set up as it is. Everything that listens ends with it.
import type { AppSession } from '@comanda/app-shell/session'
import type { BoundAction } from '@comanda/ui-kit/action'
import { computed, type Signal } from '@preact/signals'
import { after, measureOnCanvas, monotonic } from '../adapters/page.ts'
import { listenToKeys, openScreen, type Screen } from '../every-screen/screen.ts'
import type { Setup } from '../setup/setup.ts'
import { listenToLateness, listenToNews } from '../sound/listen.ts'
import { createPass, type Pass } from './pass.ts'
import { passActions } from './pass-actions.ts'
import { audibleRow, rowNews } from './pass-news.ts'

export type PassDesk = {
  readonly screen: Screen
  readonly pass: Pass
  readonly actions: () => BoundAction[]
  dispose(): void
}

export function openPass(session: AppSession, setup: Signal<Setup>): PassDesk {
  const screen = openScreen(session, setup)
  const measure = measureOnCanvas(getComputedStyle(document.body).fontFamily)
  const pass = createPass({ screen, measure, monotonic, after })
  const actions = () => passActions({ screen, pass })
  const audible = computed(() => pass.rows.value.map(audibleRow))
  const times = computed(() =>
    pass.rows.value.flatMap(({ key, firedAt, lateAt, isReady }) => (isReady ? [] : [{ id: key, firedAt, lateAt }])),
  )
  const { play } = screen.shift
  const stops = [
    pass.dispose,
    listenToNews(session, {
      things: audible,
      isOwn: screen.isOwn,
      play,
      seen: (news) => {
        if (news.came.length + news.changed.length > 0)
          pass.news.value = rowNews(pass.news.peek(), news, session.now.peek())
      },
    }),
    listenToLateness(session, times, play),
    listenToKeys(screen, actions, pass.touched),
    screen.dispose,
  ]
  return {
    screen,
    pass,
    actions,
    dispose: () => {
      for (const stop of stops) stop()
    },
  }
}
