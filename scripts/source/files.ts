// The project's own files, seen from its root. Paths are relative and use forward slashes everywhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const skipped = new Set(['node_modules', 'dist', 'coverage', '.git'])

export type Workspace = {
  folder: string
  name: string
  exports: Record<string, string>
  dependencies: readonly string[]
}

type Manifest = {
  name: string
  workspaces?: string[]
  exports?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

export function readManifest(folder: string, base = root): Manifest {
  return JSON.parse(readFileSync(join(base, folder, 'package.json'), 'utf8')) as Manifest
}

export function readWorkspaces(base = root): Workspace[] {
  return (readManifest('.', base).workspaces ?? []).map((folder) => {
    const manifest = readManifest(folder, base)
    const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    return { folder, name: manifest.name, exports: manifest.exports ?? {}, dependencies }
  })
}

/** Every TypeScript file below the folder, sorted, as paths from the base. */
export function sourceFiles(folder: string, base = root): string[] {
  if (!existsSync(join(base, folder))) return []
  return readdirSync(join(base, folder), { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return sourceFiles(path, base)
      return /\.tsx?$/.test(entry.name) ? [path] : []
    })
    .sort()
}

export function readText(path: string, base = root): string {
  return readFileSync(join(base, path), 'utf8')
}
