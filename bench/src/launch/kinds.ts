// The systems the bench knows. `bare` stores nothing and only shows what sockets cost.
export const kinds = ['floor', 'naive', 'comanda', 'bare', 'bare-each'] as const
export type Kind = (typeof kinds)[number]

export function assertNever(kind: never): never {
  throw new Error(`not a system the bench knows: ${String(kind)}`)
}
