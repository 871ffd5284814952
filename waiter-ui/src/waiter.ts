// What every part of the waiter's program may reach: the session, the drafts on this device, and where one is.
import type { AppSession } from '@comanda/app-shell/session'
import type { Signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Bell } from './alerts/adapters/tablet-bell.ts'
import type { Desk } from './asking/desk.ts'
import type { Router } from './browser-router.ts'
import type { DraftStore } from './draft/draft-store.ts'
import type { HoldBack } from './draft/hold-back.ts'
import type { TopList } from './ordering/top-list.ts'
import { type Texts, texts } from './texts/texts.ts'

export type Waiter = {
  session: AppSession
  drafts: DraftStore
  /** Where commands about what was sent are given. */
  desk: Desk
  /** Sound and touch for what must not be missed. */
  bell: Bell
  /** Send waits for five seconds, where somebody wants that. */
  holdBack: HoldBack
  /** Whether letter keys act here. */
  keys: Signal<boolean>
  /** The dishes that are asked for most at this hour, as they were when the shift began. */
  top: TopList['itemIds']
  route: Router['route']
  go: Router['go']
  replace: Router['replace']
}

export const WaiterContext = createContext<Waiter | undefined>(undefined)

export function useWaiter(): Waiter {
  const waiter = useContext(WaiterContext)
  if (waiter === undefined) throw new Error('this stands outside of the app')
  return waiter
}

/** All texts in the language of now; read while drawing, so that a switch draws again. */
export const useTexts = (): Texts => useWaiter().session.t(texts)
