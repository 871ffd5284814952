// A bill goes to its printer, and where none is named out of this browser. Prints are numbered by the server alone: this
// browser asks first, and what it prints without a connection bears no number but says so (BILL-4, BILL-9).
import { resolveOrderId } from '@comanda/shared/domain/aliases'
import type { State } from '@comanda/shared/domain/state'
import type { BillPart } from '@comanda/shared/model/bill'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useScene } from '../asking/use-scene.ts'
import { whenConfirmed } from '../asking/when-confirmed.ts'
import { useWaiter } from '../waiter.ts'
import { printPage } from './adapters/browser-printing.ts'
import { printBill, printWish } from './bill-deeds.ts'
import type { Paying } from './use-paying.ts'

/** What lies on the page for the browser to print; without a number: the server gives it later, and may give another. */
export type Paper = { readonly part?: BillPart; readonly number?: number }

export type Printing = { readonly paper: Paper | undefined; readonly print: (part?: BillPart) => void }

/** The number that the server gave to the print it has just answered. */
function numberIn(state: State, order: Paying['order']): { number?: number } {
  const number = state.orders.get(resolveOrderId(state, order.id))?.billPrints
  return number === undefined ? {} : { number }
}

export function usePrinting({ order }: Paying): Printing {
  const scene = useScene()
  const { session, desk } = useWaiter()
  const [paper, setPaper] = useState<Paper>()
  const wanted = useRef<object>(undefined)
  useLayoutEffect(() => {
    if (paper !== undefined) printPage()
  }, [paper])
  return {
    paper,
    print(part) {
      const ofPart = part === undefined ? {} : { part }
      if (session.signals.state.peek()?.catalog.settings.billPrinterId !== undefined) {
        printBill.run(scene, { order, ...ofPart })
        return
      }
      const wish = printWish({ order, ...ofPart })
      const mine = {}
      wanted.current = mine
      if (session.signals.status.peek().link !== 'live') {
        setPaper(ofPart)
        desk.ask(wish)
        return
      }
      desk.ask(wish, {
        async settled(outcome) {
          if (outcome.kind !== 'done') return
          const state = await whenConfirmed(session.client, outcome.seq)
          // whoever did not wait has another paper by now
          if (wanted.current === mine) setPaper({ ...ofPart, ...numberIn(state, order) })
        },
      })
    },
  }
}
