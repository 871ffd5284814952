// Each import is one that its workspace's row allows, and comes in through the front door of the package it names.
import { isBuiltin } from 'node:module'
import { isProof } from './kind.ts'
import type { Edge, Module, Project } from './modules.ts'
import { forTests, proofs, table } from './table.ts'

export function forbiddenImports({ workspaces, tools, modules }: Project): string[] {
  const strangers = workspaces
    .filter(({ folder }) => !table[folder])
    .map(({ folder }) => `${folder}: has no row in scripts/boundaries/table.ts`)
  const declared = new Map(workspaces.map(({ folder, dependencies }) => [folder, dependencies]))

  const crossings = [...modules.values()].flatMap((module) =>
    module.imports.flatMap((edge) => {
      const complaint = complain(module, edge, declared.get(module.workspace) ?? [], tools)
      return complaint ? [`${module.path}:${edge.line} imports ${edge.specifier}: ${complaint}`] : []
    }),
  )
  return [...strangers, ...crossings]
}

function complain(module: Module, edge: Edge, declared: readonly string[], tools: readonly string[]) {
  if (edge.workspace) return complainOfWorkspace(module, edge, edge.workspace)
  if (edge.specifier.startsWith('.')) return undefined
  if (isBuiltin(edge.specifier)) return complainOfBuiltin(module)
  return complainOfPackage(module, edge.specifier, declared, tools)
}

function complainOfWorkspace(module: Module, { specifier, target }: Edge, wanted: string) {
  if (specifier.startsWith('.')) return 'leaves its package by a relative path; use the name of the package'
  if (proofs.includes(wanted)) return `nobody imports ${wanted}`
  const own = wanted === module.workspace
  const row = table[module.workspace]
  const allowed = row?.workspaces === 'any' || row?.workspaces.includes(wanted)
  const forTest = isProof(module.path) && forTests.includes(wanted)
  if (!own && !allowed && !forTest) return `${module.workspace} may not import ${wanted}`
  if (!target) return `not in the exports of ${wanted}`
  return undefined
}

function complainOfBuiltin({ workspace, path }: Module) {
  const row = table[workspace]
  if (!row || row.node || isProof(path)) return undefined
  return `${workspace} also runs where Node is not`
}

function complainOfPackage(
  { workspace, path }: Module,
  specifier: string,
  declared: readonly string[],
  tools: readonly string[],
) {
  const name = packageName(specifier)
  if (isProof(path) && (tools.includes(name) || declared.includes(name))) return undefined
  const held = table[workspace]?.packages
  if (held && !held.includes(name)) return `${workspace} is held to ${held.join(', ')}`
  if (!declared.includes(name)) return `${name} is not in ${workspace}/package.json`
  return undefined
}

function packageName(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}
