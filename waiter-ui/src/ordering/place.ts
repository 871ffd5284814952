// Where in the draft a dish goes when it is not simply added: the row that it takes the place of.
/** For whom, and as many as before in the place of which row: that one stays until this one is there. */
export type Place = { readonly seat: number | undefined; readonly quantity?: number; readonly insteadOf?: number }
