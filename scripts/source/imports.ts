// What a file imports. `import type` is marked: it is gone when the program runs, while `import { type X }` still
// loads the file it names.
import { type Node, staticText, walk } from './parse.ts'

export type Import = { specifier: string; typeOnly: boolean; offset: number }

const declarations = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'])

export function importsOf(program: Node): Import[] {
  const found: Import[] = []
  walk(program, (node) => {
    const specifier = staticText(node.source)
    if (specifier === undefined) return true
    if (declarations.has(node.type)) {
      const typeOnly = node.importKind === 'type' || node.exportKind === 'type'
      found.push({ specifier, typeOnly, offset: node.start })
    }
    if (node.type === 'ImportExpression') found.push({ specifier, typeOnly: false, offset: node.start })
    if (node.type === 'TSImportType') found.push({ specifier, typeOnly: true, offset: node.start })
    return true
  })
  return found
}
