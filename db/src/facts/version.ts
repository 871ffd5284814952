// Which projector this is: a digest of its sources and of all that they import to run, and of how stored events are read.
// So no change of it can be forgotten; one word changed in a comment costs a rebuild in the background.
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const runs = /^import \{[^}]*\} from '((?:\.|@comanda\/)[^']+)'/gm

const roots = [new URL('../facts.ts', import.meta.url).href, import.meta.resolve('@comanda/shared/domain/upcast')]

function gather(url: string, sources: Map<string, string>): void {
  if (sources.has(url) || url === import.meta.url) return
  const source = readFileSync(new URL(url), 'utf8')
  sources.set(url, source)
  for (const [, imported = ''] of source.matchAll(runs)) {
    gather(imported.startsWith('.') ? new URL(imported, url).href : import.meta.resolve(imported), sources)
  }
}

export const projectorVersion = (): string => {
  const sources = new Map<string, string>()
  for (const root of roots) gather(root, sources)
  // Where the program lies says nothing about what it does.
  return hash('sha256', [...sources.values()].join('\n'), 'hex')
}
