// What came to the pass or changed there says so in its row, until somebody works on it or it is no news any more.
import type { Audible, News } from '../sound/news.ts'
import type { PassRow } from './pass-rows.ts'

export type RowNews = { readonly kind: 'new' | 'changed'; readonly at: number }

export const newsForMs = 20_000

export const audibleRow = ({ key, version, isKnown, isReady }: PassRow): Audible => ({
  id: key,
  version,
  isQuiet: isKnown,
  isReady,
})

/** What is still news, and what has just become it. */
export const rowNews = (
  before: ReadonlyMap<string, RowNews>,
  { came, changed }: Pick<News, 'came' | 'changed'>,
  now: number,
): ReadonlyMap<string, RowNews> =>
  new Map<string, RowNews>([
    ...[...before].filter(([, { at }]) => now - at < newsForMs),
    ...changed.map((key) => [key, { kind: 'changed', at: now }] as const),
    ...came.map((key) => [key, { kind: 'new', at: now }] as const),
  ])
