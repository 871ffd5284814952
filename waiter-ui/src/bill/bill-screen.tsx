// The bill at the table (BILL-1, BILL-7): who pays what on one side, how on the other. Card for the whole table is one tap.
import type { OrderId } from '@comanda/shared/model/ids'
import { Banner } from '@comanda/ui-kit/components/banner'
import { Button } from '@comanda/ui-kit/components/button'
import { EmptyState } from '@comanda/ui-kit/components/states'
import { TabPanel, Tabs } from '@comanda/ui-kit/components/tabs'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { home } from '../route.ts'
import { useTexts, useWaiter } from '../waiter.ts'
import { BillHead } from './parts/bill-head.tsx'
import { Division } from './parts/division.tsx'
import { Ending } from './parts/ending.tsx'
import { PayPanel } from './parts/pay-panel.tsx'
import { PrintStripOf } from './parts/print-strip.tsx'
import { PrintedBill } from './parts/printed-bill.tsx'
import { Sums } from './parts/sums.tsx'
import { type Choice, type Mode, usualParts } from './paying-view.ts'
import { partToPrint } from './print-view.ts'
import { type Paying, usePaying } from './use-paying.ts'
import { usePrinting } from './use-printing.ts'
import './css/frame.css'
import './css/division.css'
import './css/pay.css'
import './css/paper.css'

const modes: readonly Mode[] = ['whole', 'seat', 'lines', 'equal', 'amount']

export function BillScreen({ orderId }: { orderId: OrderId }): VNode {
  const { go } = useWaiter()
  const { bill } = useTexts()
  const paying = usePaying(orderId)
  if (paying === undefined || paying.order.status === 'merged') {
    return (
      <EmptyState
        glyph="receipt"
        title={bill.gone}
        detail={bill.goneWhat}
        action={<Button label={bill.toTables} tone="primary" onPress={() => go(home)} />}
      />
    )
  }
  return <BillOf key={orderId} paying={paying} />
}

const emptyChoice = (paying: Paying): Choice => ({
  mode: 'whole',
  lineIds: [],
  of: usualParts(paying.order, paying.view.onTheirWay),
  entered: 0,
})

function BillOf({ paying }: { paying: Paying }): VNode {
  const { bill } = useTexts()
  const [choice, setChoice] = useState<Choice>(() => emptyChoice(paying))
  const { order, view } = paying
  const { paper, print } = usePrinting(paying)
  const isOver = order.status === 'closed' || (view.bill.balance <= 0 && view.onTheirWay.length === 0)
  return (
    <div class="w-bill">
      <BillHead paying={paying} part={partToPrint(order, view, choice)} onPrint={print} />
      <NotRecorded paying={paying} />
      <PrintStripOf paying={paying} />
      <div class="w-bill-main">
        {!isOver && (
          <Tabs
            label={bill.modes}
            name="w-mode"
            items={modes.map((id) => ({ id, label: bill.mode[id] }))}
            selected={choice.mode}
            onSelect={(id) => setChoice({ ...choice, mode: modes.find((mode) => mode === id) ?? 'whole' })}
          />
        )}
        {isOver ? (
          <div class="w-bill-parts">
            <Division paying={paying} choice={{ ...choice, mode: 'whole' }} onChoose={setChoice} />
            <Sums paying={paying} />
          </div>
        ) : (
          <TabPanel name="w-mode" selected={choice.mode} class="w-bill-parts">
            <Division paying={paying} choice={choice} onChoose={setChoice} />
            <Sums paying={paying} />
          </TabPanel>
        )}
      </div>
      <aside class="w-bill-side">
        {isOver ? <Ending paying={paying} /> : <PayPanel paying={paying} choice={choice} onChoose={setChoice} />}
      </aside>
      {paper !== undefined && <PrintedBill paying={paying} paper={paper} />}
    </div>
  )
}

/** What this tablet has and the server has not: said in words until it is over (BILL-7). */
function NotRecorded({ paying }: { paying: Paying }): VNode | null {
  const { session } = useWaiter()
  const { bill } = useTexts()
  const queued = paying.view.onTheirWay.filter(({ kind }) => kind === 'queued')
  if (queued.length === 0 || session.signals.status.value.link === 'live') return null
  return (
    <div class="w-bill-notice">
      <Banner tone="warn" glyph="ring-quarter" title={bill.notRecorded}>
        {bill.notRecordedWhat(queued.length)}
      </Banner>
    </div>
  )
}
