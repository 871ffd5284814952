// The titles of a file's tests, as far as they stand in the text. A test belongs to the IDs in its own brackets and in
// those of the groups around it. What is skipped proves nothing and is left out.
import { childrenOf, identifierName, isNode, type Node, staticText } from '../source/parse.ts'
import { ruleId } from './rules.ts'

export type Title = { text: string; ids: string[] }

export function testTitles(program: Node): Title[] {
  const found: Title[] = []
  collect(program, '', found)
  return found
}

function collect(node: Node, around: string, found: Title[]): void {
  const call = testCall(node)
  if (call?.kind === 'left out') return
  const text = call ? `${around} ${call.title}`.trim() : around
  if (call?.kind === 'test') found.push({ text, ids: idsIn(text) })
  const inside = call?.kind === 'group' ? text : around
  for (const child of childrenOf(node)) collect(child, inside, found)
}

type Call = { kind: 'test' | 'group' | 'left out'; title: string }

function testCall(node: Node): Call | undefined {
  if (node.type !== 'CallExpression' || !Array.isArray(node.arguments)) return undefined
  const title = staticText(node.arguments[0])
  if (title === undefined) return undefined
  const [root, ...members] = calleeNames(node.callee)
  if (root !== 'it' && root !== 'test' && root !== 'describe') return undefined
  if (members.includes('skip') || members.includes('todo')) return { kind: 'left out', title }
  return { kind: root === 'describe' ? 'group' : 'test', title }
}

/** `it`, `it.each([...])`, `describe.skipIf(...)`: the words from the left to the right. */
function calleeNames(callee: unknown): string[] {
  if (!isNode(callee)) return []
  if (callee.type === 'MemberExpression') return [...calleeNames(callee.object), identifierName(callee.property) ?? '']
  if (callee.type === 'CallExpression') return calleeNames(callee.callee)
  if (callee.type === 'TaggedTemplateExpression') return calleeNames(callee.tag)
  const name = identifierName(callee)
  return name ? [name] : []
}

function idsIn(title: string): string[] {
  const brackets = title.match(/\[[^\]]*\]/g) ?? []
  return [...new Set(brackets.flatMap((text) => text.match(new RegExp(`\\b${ruleId.source}\\b`, 'g')) ?? []))]
}
