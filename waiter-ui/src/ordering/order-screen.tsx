// One party's order: the menu to tap on, and the slip with what was sent and what is still a draft.
import type { CommandId } from '@comanda/shared/model/ids'
import { bound } from '@comanda/ui-kit/action'
import { Button } from '@comanda/ui-kit/components/button'
import { EmptyState } from '@comanda/ui-kit/components/states'
import { bindKeys } from '@comanda/ui-kit/keys'
import type { VNode } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { again, sendOrUndo } from '../draft/actions.ts'
import type { DraftTarget } from '../draft/draft.ts'
import { SendBar } from '../draft/parts/send-bar.tsx'
import { home } from '../route.ts'
import { useTexts, useWaiter } from '../waiter.ts'
import { CategoryTabs } from './parts/category-tabs.tsx'
import { ChooseOrder } from './parts/choose-order.tsx'
import { DishGrid } from './parts/dish-grid.tsx'
import { OpenSheetView } from './parts/open-sheet.tsx'
import { OrderHead } from './parts/order-head.tsx'
import { SeatRow } from './parts/seat-row.tsx'
import { Slip } from './parts/slip.tsx'
import { createParty, type Party } from './party.ts'
import './css/frame.css'
import './css/head.css'
import './css/dishes.css'
import './css/slip.css'
import './css/sheets.css'
import './css/room.css'

export type OrderScreenProps = { target: DraftTarget } | { draftId: CommandId }

function usePartyKeys(party: Party): void {
  useEffect(() => {
    const stop = bindKeys(
      () => [
        bound(sendOrUndo(party), party, undefined),
        bound(again, party, undefined),
        {
          name: 'order.search',
          label: '',
          keys: ['Slash'],
          enabled: true,
          run: () => {
            party.view.typed.value = ''
          },
        },
      ],
      { target: window },
    )
    return stop
  }, [party])
}

function Missing({ party }: { party: Party }): VNode {
  const texts = useTexts().ordering
  const isLoaded = party.state.value !== undefined
  const isDraft = party.draft.value === undefined
  const back = <Button label={texts.toTables} icon="back" onPress={() => party.waiter.go(home)} />
  return (
    <main class="w-missing">
      <EmptyState
        title={isLoaded ? (isDraft ? texts.noDraft : texts.noOrder) : texts.loading}
        detail={isLoaded ? (isDraft ? texts.noDraftWhat : texts.noOrderWhat) : texts.loadingWhat}
        action={back}
      />
    </main>
  )
}

/** Closed or joined, or there is no such table: nothing can be written down for it. */
function isGone(party: Party): boolean {
  const [state, draft] = [party.state.value, party.draft.value]
  if (state === undefined || draft === undefined) return true
  if (draft.entries.length > 0) return false
  const { target } = draft
  if (target.kind === 'table') return state.catalog.tables[target.tableId] === undefined
  return target.kind === 'order' && party.order.value?.status !== 'open'
}

function Ordering({ party }: { party: Party }): VNode {
  usePartyKeys(party)
  if (isGone(party)) return <Missing party={party} />
  if (party.mustChoose.value) return <ChooseOrder party={party} />
  return (
    <div class="w-order" data-slip={party.view.slipOpen.value ? 'open' : undefined}>
      <main class="w-work">
        <OrderHead party={party} />
        <SeatRow party={party} />
        <CategoryTabs party={party} />
        <DishGrid party={party} />
      </main>
      <Slip party={party} />
      <SendBar party={party} />
      <OpenSheetView party={party} />
    </div>
  )
}

export function OrderScreen(props: OrderScreenProps): VNode {
  const waiter = useWaiter()
  // the address names the party: another one is another screen, by its key
  const party = useMemo(() => createParty(waiter, props), [waiter])
  return <Ordering party={party} />
}
