import type { BillPart } from '@comanda/shared/model/bill'
import type { Texts } from '../texts/texts.ts'

export const percent = (basisPoints: number): string => `${basisPoints / 100} %`

/** Who or what a part is, as it stands on the bill. */
export function partWords(part: BillPart, { bill }: Texts): string {
  switch (part.kind) {
    case 'rest':
      return bill.rest
    case 'amount':
      return bill.towards
    case 'seat':
      return bill.seat(part.seat)
    case 'lines':
      return bill.chosen(part.lineIds.length)
    case 'equal':
      return bill.part(part.index, part.of)
  }
}

const fractions: Readonly<Record<number, string>> = { 2: '½', 3: '⅓', 4: '¼', 5: '⅕', 6: '⅙', 8: '⅛' }

export const fraction = (of: number): string => fractions[of] ?? `1/${of}`
