// What a yes covers: a command's type and arguments, whoever wrote them down and in whatever order. Another void, a larger
// discount under the same id is another content.
import { createHash } from 'node:crypto'

export type Content = { readonly type: string; readonly args: unknown }

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, sorted(field)]))
}

export const coveredBy = ({ type, args }: Content): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted({ type, args })))
    .digest('base64url')
