// A file as its syntax tree. Vite's parser is used because it reads TypeScript and is here already.
import { parseSync } from 'vite'

/** A node of the tree: its fields are looked at by name and trusted no further than that. */
export type Node = { type: string; start: number; [field: string]: unknown }

export function parseFile(path: string, text: string): Node {
  const result = parseSync(path, text)
  const [error] = result.errors
  if (error) throw new Error(`${path}: ${error.message}`)
  return result.program as unknown as Node
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string'
}

export function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  )
}

/** Visits the tree from the outside in; `enter` says whether to go on below the node. */
export function walk(node: Node, enter: (node: Node, parent: Node | undefined) => boolean, parent?: Node): void {
  if (!enter(node, parent)) return
  for (const child of childrenOf(node)) walk(child, enter, node)
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

export function identifierName(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' ? String(value.name) : undefined
}

/** The value of a string, or a template's fixed words with a space for each hole. */
export function staticText(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value
  if (value.type !== 'TemplateLiteral' || !Array.isArray(value.quasis)) return undefined
  return value.quasis.map((quasi: { value: { cooked: string } }) => quasi.value.cooked).join(' ')
}
