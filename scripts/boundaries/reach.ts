// What loads when a tab loads the sync client: no file that it reaches at run time may bring in the heavy package.
import { isProof } from './kind.ts'
import type { Project } from './modules.ts'
import { freeOfPackage } from './table.ts'

export function heavyImports({ modules }: Project): string[] {
  const starts = [...modules.values()].filter(
    ({ workspace, path }) => workspace === freeOfPackage.workspace && !isProof(path),
  )
  const cameFrom = new Map<string, string | undefined>(starts.map(({ path }) => [path, undefined]))
  const found: string[] = []

  // A Map is visited in the order of insertion, entries added on the way included: this is the breadth-first walk.
  for (const path of cameFrom.keys()) {
    for (const { specifier, typeOnly, target } of modules.get(path)?.imports ?? []) {
      if (typeOnly) continue
      if (specifier === freeOfPackage.package || specifier.startsWith(`${freeOfPackage.package}/`)) {
        found.push(
          `${trailTo(path, cameFrom).join(' -> ')} imports ${specifier}, which ${freeOfPackage.workspace} must not load`,
        )
      }
      if (target && !cameFrom.has(target)) cameFrom.set(target, path)
    }
  }
  return found
}

function trailTo(path: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const before = cameFrom.get(path)
  return before === undefined ? [path] : [...trailTo(before, cameFrom), path]
}
