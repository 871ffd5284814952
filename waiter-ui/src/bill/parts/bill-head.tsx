// Whose bill it is, and what else may be done with it.
import { ConnectionBadge } from '@comanda/app-shell/parts/connection-badge'
import { type BoundAction, bound } from '@comanda/ui-kit/action'
import { ActionButton } from '@comanda/ui-kit/components/action-button'
import { Button } from '@comanda/ui-kit/components/button'
import { Menu } from '@comanda/ui-kit/components/menu'
import { toast } from '@comanda/ui-kit/toasts'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { possible } from '../../asking/deed.ts'
import { useKeys } from '../../asking/use-keys.ts'
import { useScene } from '../../asking/use-scene.ts'
import { useWaiter } from '../../waiter.ts'
import { comp, discount, printBill, removeService, takeBill, takeOffAdjustment } from '../bill-deeds.ts'
import type { Paying } from '../use-paying.ts'
import { CompSheet, DiscountSheet, ServiceSheet } from './off-sheets.tsx'

type Open = 'discount' | 'comp' | 'service'

export function BillHead({ paying }: { paying: Paying }): VNode {
  const scene = useScene()
  const { session, go } = useWaiter()
  const [open, setOpen] = useState<Open>()
  const { order } = paying
  const { bill, home, ordering } = scene.texts
  const table = order.tableId === undefined ? undefined : session.signals.state.value?.catalog.tables[order.tableId]
  const place = table === undefined ? (order.name ?? bill.order(order.number)) : home.table(table.name)
  const back = () =>
    go(order.tableId === undefined ? { at: 'order', orderId: order.id } : { at: 'table', tableId: order.tableId })
  return (
    <header class="w-bill-head">
      <Button label={bill.back} icon="back" tone="quiet" onPress={back} />
      <div class="w-bill-whose">
        <h1>{bill.of(place)}</h1>
        <p class="k-muted">
          {[
            bill.order(order.number),
            order.coversAssumed ? bill.guestsAssumed(order.covers) : ordering.guests(order.covers),
            bill.since(session.clock(order.openedAt)),
          ].join(', ')}
        </p>
      </div>
      <ConnectionBadge session={session} />
      {order.status === 'open' && (
        <>
          <Bringing paying={paying} />
          <BillMenu paying={paying} onOpen={setOpen} />
        </>
      )}
      {open === 'discount' && <DiscountSheet paying={paying} onClose={() => setOpen(undefined)} />}
      {open === 'comp' && <CompSheet paying={paying} onClose={() => setOpen(undefined)} />}
      {open === 'service' && <ServiceSheet paying={paying} onClose={() => setOpen(undefined)} />}
    </header>
  )
}

/** Who goes with it: seen by all (FRT-2). */
function Bringing({ paying: { order } }: { paying: Paying }): VNode | null {
  const scene = useScene()
  const { session } = useWaiter()
  const { billTakenBy } = order
  if (!order.billAsked) return null
  if (billTakenBy !== undefined) {
    const name = session.people.value.find(({ id }) => id === billTakenBy)?.name ?? billTakenBy
    return <span class="w-bill-taken">{scene.texts.bill.taken(name)}</span>
  }
  return <ActionButton action={takeBill} state={scene} input={{ order }} />
}

function BillMenu({ paying, onOpen }: { paying: Paying; onOpen: (open: Open) => void }): VNode {
  const scene = useScene()
  const { bill } = scene.texts
  const { order, view } = paying
  const printing: BoundAction = bound(printBill, scene, { order })
  const opens = (name: Open, label: string, icon: BoundAction['icon']): BoundAction => ({
    name,
    label,
    ...(icon === undefined ? {} : { icon }),
    keys: [],
    enabled: true,
    run: () => onOpen(name),
  })
  const off = { order, lineIds: [], reason: '-' }
  const may = {
    discount: discount.enabled(scene, { ...off, asked: { by: 'percent', rate: 100 } }) === true,
    comp: comp.enabled(scene, off) === true,
    service: view.bill.service > 0 && removeService.enabled(scene, { order, reason: '-' }) === true,
  }
  const adjustments = (order.adjustments ?? []).map(({ id: adjustmentId, reason }) => ({
    order,
    adjustmentId,
    what: reason,
  }))
  const actions: BoundAction[] = [
    {
      ...printing,
      run: () => {
        printing.run()
        toast(bill.printed)
      },
    },
    ...(may.discount ? [opens('discount', bill.discount, 'minus')] : []),
    ...(may.comp ? [opens('comp', bill.comp, 'star')] : []),
    ...(may.service ? [opens('service', bill.removeService, 'minus')] : []),
    ...adjustments.flatMap((input) =>
      possible([takeOffAdjustment], scene, input).map((one) => ({
        ...bound(one, scene, input),
        name: `take-off ${input.adjustmentId}`,
      })),
    ),
  ]
  useKeys(actions)
  return <Menu label={bill.more} actions={actions} />
}
