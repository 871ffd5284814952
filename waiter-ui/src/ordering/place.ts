// Where in the draft a dish goes when it is not simply added, and what is said of it besides its choices.
import type { DraftLine } from '@comanda/shared/domain/commands/draft'

/** For whom, and as many as before in the place of which row: that one stays until this one is there. */
export type Place = { readonly seat: number | undefined; readonly quantity?: number; readonly insteadOf?: number }

export type LineDetails = Partial<Pick<DraftLine, 'price' | 'grams' | 'quantity' | 'note' | 'course' | 'ownBar'>>
