// The lock file installs the same packages from any registry, on any machine: it names no host, and it holds every
// package of another platform that an installed one may want there (npm ci stops where one is missing).
import { readText, root } from './files.ts'

type Locked = { resolved?: string; optionalDependencies?: Record<string, string> }

export function checkLockFile(base = root): string[] {
  const { packages } = JSON.parse(readText('package-lock.json', base)) as { packages: Record<string, Locked> }
  return Object.entries(packages).flatMap(([path, { resolved, optionalDependencies = {} }]) => [
    ...(resolved?.includes('://') ? [`package-lock.json: ${path} names where it was fetched`] : []),
    ...Object.keys(optionalDependencies)
      .filter((name) => !placesOf(path, name).some((place) => place in packages))
      .map((name) => `package-lock.json: ${path} may want ${name}, which is not locked`),
  ])
}

/** Where npm may have put a package for one that stands at `path`: beside it or anywhere further out. */
function placesOf(path: string, name: string): string[] {
  const nested = path.split('/node_modules/').map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'))
  return [...nested.map((outer) => `${outer}/node_modules/${name}`), `node_modules/${name}`]
}
