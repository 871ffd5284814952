// Which screen stands at which address. The slip's sent half and everything after Send is order/, the other half ordering/.
import { ConnectionBanner } from '@comanda/app-shell/parts/connection-banner'
import { UpdatePrompt } from '@comanda/app-shell/parts/update-prompt'
import { assertNever } from '@comanda/shared/domain/decision'
import type { VNode } from 'preact'
import { Alerts } from './alerts/alerts.tsx'
import { ApprovalOverlay } from './asking/approval-overlay.tsx'
import { BillScreen } from './bill/bill-screen.tsx'
import { DraftWatch } from './draft/parts/draft-watch.tsx'
import { RoundsAsking } from './draft/parts/rounds-asking.tsx'
import { AllWaiting } from './draft/parts/rounds-waiting.tsx'
import { FloorScreen } from './floor/floor-screen.tsx'
import { HomeScreen } from './home/home-screen.tsx'
import { OrderScreen } from './ordering/order-screen.tsx'
import { useTexts, useWaiter, type Waiter, WaiterContext } from './waiter.ts'

function Screen(): VNode {
  const route = useWaiter().route.value
  switch (route.at) {
    case 'home':
      return <HomeScreen />
    case 'floor':
      return <FloorScreen view={route.view} />
    case 'table':
      return <OrderScreen key={route.tableId} target={{ kind: 'table', tableId: route.tableId }} />
    case 'order':
      return <OrderScreen key={route.orderId} target={{ kind: 'order', orderId: route.orderId }} />
    case 'draft':
      return <OrderScreen key={route.draftId} draftId={route.draftId} />
    case 'bill':
      return <BillScreen orderId={route.orderId} />
    default:
      return assertNever(route)
  }
}

/** The order screen shows its own rounds in its slip. */
function WaitingHere(): VNode | null {
  const { at } = useWaiter().route.value
  return at === 'home' || at === 'floor' ? <AllWaiting /> : null
}

/** Away from home the room for one notice is always there, so that none moves what a finger is on. */
function Notices({ waiter }: { waiter: Waiter }): VNode {
  const { alerts } = useTexts()
  const isHome = waiter.route.value.at === 'home'
  return (
    <div class={isHome ? 'w-app-notices' : 'w-app-notices w-app-reserved'}>
      {!isHome && <p class="w-app-calm">{alerts.none}</p>}
      <ConnectionBanner session={waiter.session} />
      <UpdatePrompt session={waiter.session} />
      <RoundsAsking />
      <WaitingHere />
      <ApprovalOverlay />
      <Alerts />
    </div>
  )
}

export function App({ waiter }: { waiter: Waiter }): VNode {
  return (
    <WaiterContext.Provider value={waiter}>
      <div class="w-app">
        <Notices waiter={waiter} />
        <div class="w-app-screen">
          <Screen />
        </div>
        <DraftWatch />
      </div>
    </WaiterContext.Provider>
  )
}
