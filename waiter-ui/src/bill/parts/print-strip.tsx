// Where the newest print of this bill is, and what can be done about it (BILL-4).
import { ActionButton } from '@comanda/ui-kit/components/action-button'
import { Banner } from '@comanda/ui-kit/components/banner'
import type { VNode } from 'preact'
import { useScene } from '../../asking/use-scene.ts'
import { useWaiter } from '../../waiter.ts'
import { printBill, printBillAt } from '../bill-deeds.ts'
import { printStrip } from '../print-view.ts'
import type { Paying } from '../use-paying.ts'

export function PrintStripOf({ paying: { order } }: { paying: Paying }): VNode | null {
  const scene = useScene()
  const { session } = useWaiter()
  const { signals, clock } = session
  const printers = signals.state.value?.catalog.printers
  if (printers === undefined || order.status !== 'open') return null
  const commands = signals.commands.value
  const isLive = signals.status.value.link === 'live'
  const strip = printStrip({ order, printers, commands, isLive, texts: scene.texts, clock })
  if (strip === undefined) return null
  const { part, printerId } = order.billPrint ?? {}
  const input = { order, ...(part === undefined ? {} : { part }) }
  return (
    <div class="w-bill-printing">
      <Banner
        tone={strip.tone}
        glyph="printer"
        title={strip.title}
        actions={
          <>
            {strip.again && (
              <ActionButton
                action={printBill}
                state={scene}
                input={{ ...input, short: true, ...(printerId === undefined ? {} : { printerId }) }}
              />
            )}
            {strip.others.map(({ id, name }) => (
              <ActionButton key={id} action={printBillAt} state={scene} input={{ ...input, printerId: id, name }} />
            ))}
          </>
        }
      >
        {strip.more}
      </Banner>
    </div>
  )
}
