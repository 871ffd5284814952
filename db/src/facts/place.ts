// When and for which day a fact counts: sales at their send, payments at their payment, by the date of the commit (REP-1, REP-3).
import type { Recorded } from '@comanda/shared/domain/events'

export type Place = { readonly business_date: string; readonly at: number }

export const placeOf = ({ businessDate, at }: Recorded): Place => ({ business_date: businessDate, at })

/** A flag as SQLite keeps it. */
export const flag = (value: boolean | undefined): 0 | 1 => (value === true ? 1 : 0)
