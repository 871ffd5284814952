// What people call the place that a row is for.
import type { KitchenTexts } from '../texts/kitchen-texts.ts'
import type { PassRow } from './pass-rows.ts'

export const whereOf = ({ table, order }: PassRow, words: Pick<KitchenTexts, 'table'>): string =>
  table === undefined ? (order.name ?? `#${order.number}`) : words.table(table)
