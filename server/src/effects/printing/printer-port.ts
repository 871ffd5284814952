// What the rest of the program knows of a printer: bytes go in, and it comes back what became of them.

import type { PrinterProblem } from '@comanda/shared/model/floor'

export type PrintOutcome =
  /** The printer said so after the cut. */
  | { readonly kind: 'printed' }
  /** It took everything and then said nothing: it may be on paper or not. */
  | { readonly kind: 'unconfirmed' }
  /** `sent`: something had reached it before, so that a slip may lie there. */
  | { readonly kind: 'trouble'; readonly problem: PrinterProblem; readonly sent: boolean }

export type PrinterAddress = { readonly host: string; readonly port: number }

export type PrinterPort = (address: PrinterAddress, slip: Uint8Array) => Promise<PrintOutcome>
