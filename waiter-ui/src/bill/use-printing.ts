// A bill goes to its printer, and where none is named out of this browser; only then is it told that it was printed.
import type { BillPart } from '@comanda/shared/model/bill'
import { useLayoutEffect, useState } from 'preact/hooks'
import { useScene } from '../asking/use-scene.ts'
import { useWaiter } from '../waiter.ts'
import { printPage } from './adapters/browser-printing.ts'
import { printBill } from './bill-deeds.ts'
import type { Paying } from './use-paying.ts'

/** What lies on the page for the browser to print. */
export type Paper = { readonly part?: BillPart; readonly number: number }

export type Printing = { readonly paper: Paper | undefined; readonly print: (part?: BillPart) => void }

const ofPart = (part: BillPart | undefined): { part?: BillPart } => (part === undefined ? {} : { part })

export function usePrinting({ order }: Paying): Printing {
  const scene = useScene()
  const { session } = useWaiter()
  const [paper, setPaper] = useState<Paper>()
  useLayoutEffect(() => {
    if (paper === undefined) return
    printPage()
    printBill.run(scene, { order, ...ofPart(paper.part) })
  }, [paper])
  return {
    paper,
    print(part) {
      const isPrinted = session.signals.state.peek()?.catalog.settings.billPrinterId !== undefined
      if (isPrinted) printBill.run(scene, { order, ...ofPart(part) })
      else setPaper({ number: (order.billPrints ?? 0) + 1, ...ofPart(part) })
    },
  }
}
