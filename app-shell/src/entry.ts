// How a person says who they are.
export type Entry = { readonly staffId: string; readonly pin: string } | { readonly badge: string }
