// Drafts that somebody began and left (ORD-2): after two minutes without a tap they ask for attention, once.
import { type Draft, dishCount } from './draft.ts'

export const leftAfter = 120_000

/** Those with dishes in them. */
export const openDrafts = (drafts: Iterable<Draft>): Draft[] => [...drafts].filter((draft) => dishCount(draft) > 0)

export const leftDrafts = (drafts: Iterable<Draft>, now: number): Draft[] =>
  openDrafts(drafts).filter((draft) => now - draft.changedAt >= leftAfter)
