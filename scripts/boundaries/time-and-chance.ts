// Time and chance come in as arguments, so that a whole evening runs on a clock we hold. Only the adapters that wrap
// the real ones may name them.
import { identifierName, isNode, lineOf, type Node, walk } from '../source/parse.ts'
import { isProof, wrapsTimeOrChance } from './kind.ts'
import type { Module, Project } from './modules.ts'

const timers = new Set(['setTimeout', 'setInterval'])
const globals = new Set(['globalThis', 'window', 'self'])
const members: ReadonlyMap<string, string> = new Map([
  ['Date', 'now'],
  ['Math', 'random'],
])

export function ambientTimeAndChance({ modules }: Project): string[] {
  return [...modules.values()]
    .filter(({ path }) => path.includes('/src/') && !isProof(path) && !wrapsTimeOrChance(path))
    .flatMap((module) => [...timersImported(module), ...used(module)])
}

function timersImported({ path, imports }: Module): string[] {
  return imports
    .filter(({ specifier }) => /^(node:)?timers(\/|$)/.test(specifier))
    .map(({ specifier, line }) => `${path}:${line} imports ${specifier}: time comes in as an argument`)
}

function used({ path, text, program }: Module): string[] {
  const found: string[] = []
  walk(program, (node, parent) => {
    const name = ambientName(node, parent)
    if (name) found.push(`${path}:${lineOf(text, node.start)} uses ${name}: time and chance come in as arguments`)
    return node.type !== 'TSTypeQuery'
  })
  return found
}

function ambientName(node: Node, parent: Node | undefined): string | undefined {
  const name = identifierName(node)
  if (name && timers.has(name) && !isOnlyAName(node, parent)) return name
  if (node.type === 'MemberExpression') {
    const owner = identifierName(node.object)
    const member = identifierName(node.property)
    if (owner && member && members.get(owner) === member) return `${owner}.${member}`
  }
  const calls = node.type === 'NewExpression' || node.type === 'CallExpression'
  const withoutArguments = Array.isArray(node.arguments) && node.arguments.length === 0
  return calls && withoutArguments && identifierName(node.callee) === 'Date' ? 'new Date()' : undefined
}

/** `clock.setTimeout(...)` and `{ setTimeout: ... }` name a member of something that came in, not the global. */
function isOnlyAName(node: Node, parent: Node | undefined): boolean {
  if (!parent || parent.computed === true) return false
  if (parent.key === node) return true
  if (parent.property !== node || !isNode(parent.object)) return false
  return !globals.has(identifierName(parent.object) ?? '')
}
