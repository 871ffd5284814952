// The waiter's program begins here: the shell opens the door, and behind it one set of parts serves a session.
import { lateRules } from '@comanda/app-shell/late-rules'
import { startApp } from '@comanda/app-shell/parts/start-app'
import type { AppSession } from '@comanda/app-shell/session'
import { App } from './app.tsx'
import { createDesk } from './asking/desk.ts'
import { browserRouter } from './browser-router.ts'
import { indexedDbDrafts } from './draft/adapters/indexeddb-drafts.ts'
import { createDraftStore } from './draft/draft-store.ts'
import { tellOthers } from './draft/tell-others.ts'
import { tableOfRoute } from './ordering/table-of-route.ts'
import { createTopList } from './ordering/top-list.ts'
import type { Waiter } from './waiter.ts'
import '@comanda/ui-kit/css/tokens.css'
import '@comanda/ui-kit/css/base.css'
import '@comanda/ui-kit/css/components.css'
import '@comanda/app-shell/css/shell.css'
import './app.css'

const rules = lateRules()
const router = browserRouter(window)
const known = new Map<AppSession, Waiter>()

function begin(session: AppSession): Waiter {
  const { client, restaurant, device, signals } = session
  const drafts = createDraftStore({
    client,
    shelf: indexedDbDrafts(`comanda-drafts-${restaurant.id}-${device.id}`),
    me: () => session.me.peek()?.staffId,
    onFault: (fault) => console.error(fault),
  })
  const desk = createDesk({ session, rules, page: document })
  const top = createTopList(signals.confirmed, session.now, localStorage)
  const tableOfOrder = tableOfRoute(signals.state)
  tellOthers({ client, drafts: drafts.all, route: router.route, tableOfOrder, unsent: session.drafts })
  void drafts.load()
  return { session, drafts, desk, top: top.itemIds, route: router.route, go: router.go, replace: router.replace }
}

/** One for as long as the device is the same: who works on it may change meanwhile. */
function waiterOf(session: AppSession): Waiter {
  const waiter = known.get(session) ?? begin(session)
  known.set(session, waiter)
  return waiter
}

const root = document.getElementById('app')
if (root !== null) {
  startApp({
    root,
    kind: 'tablet',
    room: 'floor',
    needsPerson: true,
    build: 'waiter 0.1.0',
    rules,
    texts: { en: { title: 'Orders' }, ru: { title: 'Заказы' } },
    screen: (session) => <App waiter={waiterOf(session)} />,
  })
}
