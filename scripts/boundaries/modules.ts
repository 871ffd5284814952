// Every file of the project with what it imports, each import followed to the file it means.
import { dirname, join } from 'node:path/posix'
import { readManifest, readText, readWorkspaces, sourceFiles, type Workspace } from '../source/files.ts'
import { importsOf } from '../source/imports.ts'
import { lineOf, type Node, parseFile } from '../source/parse.ts'

export type Edge = {
  specifier: string
  typeOnly: boolean
  line: number
  /** The workspace that is meant, when it is one of ours and not the file's own. */
  workspace?: string
  /** The file that is meant, when it is one of ours and its package shows it. */
  target?: string
}

export type Module = { path: string; workspace: string; text: string; program: Node; imports: Edge[] }

export type Project = { workspaces: Workspace[]; tools: readonly string[]; modules: Map<string, Module> }

export function readProject(base: string): Project {
  const workspaces = readWorkspaces(base)
  const tools = Object.keys(readManifest('.', base).devDependencies ?? {})
  const modules = new Map<string, Module>()
  for (const folder of [...workspaces.map((workspace) => workspace.folder), 'scripts']) {
    for (const path of sourceFiles(folder, base)) {
      const text = readText(path, base)
      const program = parseFile(path, text)
      const imports = importsOf(program).map(({ specifier, typeOnly, offset }) => ({
        specifier,
        typeOnly,
        line: lineOf(text, offset),
        ...follow(specifier, path, workspaces),
      }))
      modules.set(path, { path, workspace: folder, text, program, imports })
    }
  }
  return { workspaces, tools, modules }
}

function follow(specifier: string, from: string, workspaces: Workspace[]): Pick<Edge, 'workspace' | 'target'> {
  if (specifier.startsWith('.')) {
    const target = join(dirname(from), specifier)
    const [folder = ''] = target.split('/')
    return from.startsWith(`${folder}/`) ? { target } : { workspace: folder, target }
  }
  const named = workspaces.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`))
  if (!named) return {}
  const target = exported(named, `.${specifier.slice(named.name.length)}`)
  return { workspace: named.folder, ...(target && { target }) }
}

/** The file behind one entry of a package's `exports`; nothing when the package does not show it. */
function exported({ folder, exports }: Workspace, entry: string): string | undefined {
  for (const [pattern, file] of Object.entries(exports)) {
    if (pattern === entry) return join(folder, file)
    const [head = '', tail] = pattern.split('*')
    if (tail === undefined || !entry.startsWith(head) || !entry.endsWith(tail)) continue
    const middle = entry.slice(head.length, entry.length - tail.length)
    if (middle) return join(folder, file.replaceAll('*', middle))
  }
  return undefined
}
