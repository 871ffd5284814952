// Whose bill it is, and what else may be done with it.

import type { Catalog } from '@comanda/shared/domain/state'
import type { BillPart } from '@comanda/shared/model/bill'
import { type BoundAction, bound } from '@comanda/ui-kit/action'
import { ActionButton } from '@comanda/ui-kit/components/action-button'
import { Button } from '@comanda/ui-kit/components/button'
import { Menu } from '@comanda/ui-kit/components/menu'
import type { IconName } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { possible, type Scene } from '../../asking/deed.ts'
import { menuEntry } from '../../asking/menu-entry.ts'
import { QuietBadge } from '../../asking/quiet-badge.tsx'
import { useKeys } from '../../asking/use-keys.ts'
import { useScene } from '../../asking/use-scene.ts'
import { useWaiter } from '../../waiter.ts'
import { comp, discount, printBill, printBillAt, removeService, takeBill, takeOffAdjustment } from '../bill-deeds.ts'
import { otherPrinters } from '../print-view.ts'
import type { Paying } from '../use-paying.ts'
import { CompSheet, DiscountSheet, ServiceSheet } from './off-sheets.tsx'

type Open = 'discount' | 'comp' | 'service'

export type BillHeadProps = {
  paying: Paying
  /** What of it was chosen, where a print can be of that alone. */
  part: BillPart | undefined
  onPrint: (part?: BillPart) => void
}

export function BillHead({ paying, part, onPrint }: BillHeadProps): VNode {
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
            ...(order.covers === 0
              ? []
              : [order.coversAssumed ? bill.guestsAssumed(order.covers) : ordering.guests(order.covers)]),
            bill.since(session.clock(order.openedAt)),
          ].join(', ')}
        </p>
      </div>
      <QuietBadge />
      {order.status === 'open' && (
        <>
          <Bringing paying={paying} />
          <BillMenu paying={paying} part={part} onPrint={onPrint} onOpen={setOpen} />
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

/** What of the bill can be printed, and where. */
function printActions(scene: Scene, catalog: Catalog | undefined, { paying, part, onPrint }: BillHeadProps) {
  const { order } = paying
  const here: BoundAction = { ...bound(printBill, scene, { order }), run: () => onPrint() }
  const ofPart = part === undefined ? undefined : bound(printBill, scene, { order, part })
  const usual = catalog?.settings.billPrinterId
  const elsewhere = catalog === undefined ? [] : otherPrinters(catalog.printers, usual)
  return [
    here,
    ...(ofPart === undefined ? [] : [{ ...ofPart, name: 'bill.print-part', keys: [], run: () => onPrint(part) }]),
    ...elsewhere.map(({ id: printerId, name }) => ({
      ...bound(printBillAt, scene, { order, printerId, name, ...(part === undefined ? {} : { part }) }),
      name: `bill.print-at ${printerId}`,
    })),
  ].filter(({ enabled }, index) => index === 0 || enabled === true)
}

function BillMenu({ onOpen, ...props }: BillHeadProps & { onOpen: (open: Open) => void }): VNode {
  const scene = useScene()
  const { session } = useWaiter()
  const { paying } = props
  const { bill } = scene.texts
  const { order, view } = paying
  const opens = (name: Open, label: string, icon: IconName) => menuEntry(name, label, icon, () => onOpen(name))
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
    ...printActions(scene, session.signals.state.value?.catalog, props),
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
