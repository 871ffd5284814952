// The work behind the door: one set of parts serves a session for as long as it lives.
import { pageShelf } from '@comanda/app-shell/adapters/page-shelf'
import type { AppSession } from '@comanda/app-shell/session'
import type { Rules } from '@comanda/sync-client/rules'
import { toast } from '@comanda/ui-kit/toasts'
import type { VNode } from 'preact'
import { tabletBell } from './alerts/adapters/tablet-bell.ts'
import { App } from './app.tsx'
import { keptSwitch } from './asking/adapters/kept-switch.ts'
import { createDesk } from './asking/desk.ts'
import { browserRouter } from './browser-router.ts'
import { indexedDbDrafts } from './draft/adapters/indexeddb-drafts.ts'
import { createDraftStore } from './draft/draft-store.ts'
import { createHoldBack } from './draft/hold-back.ts'
import { tellOthers } from './draft/tell-others.ts'
import { draftName } from './ordering/party-name.ts'
import { tableOfRoute } from './ordering/table-of-route.ts'
import { createTopList } from './ordering/top-list.ts'
import { texts } from './texts/texts.ts'
import type { Waiter } from './waiter.ts'

const router = browserRouter(window)
const bell = tabletBell(window)
const keys = keptSwitch(pageShelf, 'comanda.waiter.keys', false)
const holdsBack = keptSwitch(pageShelf, 'comanda.waiter.hold-back', false)
const known = new Map<AppSession, Waiter>()

function begin(session: AppSession, rules: Promise<Rules>): Waiter {
  const { client, restaurant, device, signals } = session
  const drafts = createDraftStore({
    client,
    shelf: indexedDbDrafts(`comanda-drafts-${restaurant.id}-${device.id}`),
    me: () => session.me.peek()?.staffId,
    onFault: (fault) => console.error(fault),
    onMoved(draft) {
      const words = session.t(texts)
      toast(words.draft.wentAlong(draftName(client.state(), draft, words.ordering)), { tone: 'warn' })
    },
  })
  const desk = createDesk({
    session,
    rules,
    page: document,
    onDropped(dropped) {
      const { alerts } = session.t(texts)
      for (const { wish } of dropped)
        toast(alerts.cameBack(alerts.commands[wish.type] ?? alerts.something), { tone: 'late', stays: 0 })
    },
  })
  const top = createTopList(signals.confirmed, session.now, pageShelf())
  const tableOfOrder = tableOfRoute(signals.state)
  tellOthers({ client, drafts: drafts.all, route: router.route, tableOfOrder, me: session.me, unsent: session.drafts })
  void drafts.load()
  const holdBack = createHoldBack({ session, on: holdsBack, page: document })
  const { route, go, replace } = router
  return { session, drafts, desk, bell, holdBack, keys, top: top.itemIds, route, go, replace }
}

/** One for as long as the device is the same: who works on it may change meanwhile. */
function waiterOf(session: AppSession, rules: Promise<Rules>): Waiter {
  const waiter = known.get(session) ?? begin(session, rules)
  known.set(session, waiter)
  return waiter
}

export function Work({ session, rules }: { session: AppSession; rules: Promise<Rules> }): VNode {
  return <App waiter={waiterOf(session, rules)} />
}
