// No file imports itself through others. Types count too: two files that need each other's types hold one idea.
import type { Project } from './modules.ts'

export function importCycles({ modules }: Project): string[] {
  const done = new Set<string>()
  const trail: string[] = []
  const found: string[] = []

  const visit = (path: string): void => {
    const start = trail.indexOf(path)
    if (start >= 0) found.push(`import cycle: ${[...trail.slice(start), path].join(' -> ')}`)
    if (start >= 0 || done.has(path)) return
    trail.push(path)
    for (const { target } of modules.get(path)?.imports ?? []) if (target) visit(target)
    trail.pop()
    done.add(path)
  }

  for (const path of modules.keys()) visit(path)
  return found
}
