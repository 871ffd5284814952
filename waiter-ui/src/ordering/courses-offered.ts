// The courses a waiter may choose from: those that the menu knows, and one more.
import type { Catalog } from '@comanda/shared/domain/state'
import { categoriesOf } from './menu-view.ts'

const last = 9

export function coursesOffered(catalog: Catalog, current: number): number[] {
  const known = new Set(categoriesOf(catalog).map(({ course }) => course))
  known.add(current)
  const most = Math.min(last, Math.max(3, ...known) + 1)
  return Array.from({ length: most + 1 }, (_, course) => course)
}
