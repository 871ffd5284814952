// Prints what a first load costs, and fails the build when it costs more than it may.

import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

const cssBudget = 15

const kilobytes = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length / 1000

/** The chunks that a page loads before it shows anything: the entry and whatever it imports, not what it loads later. */
function firstLoad(bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  const chunks = new Map(Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])))
  const found = new Set([...chunks.values()].filter((chunk) => chunk.isEntry))
  for (const chunk of found) {
    for (const name of chunk.imports) {
      const imported = chunks.get(name)
      if (imported !== undefined) found.add(imported)
    }
  }
  return [...found]
}

export function bundleBudget({ name, budget }: { name: string; budget: number }): Plugin {
  return {
    name: 'bundle-budget',
    apply: 'build',
    writeBundle(_, bundle) {
      const js = firstLoad(bundle).reduce((sum, { code }) => sum + kilobytes(code), 0)
      const css = Object.values(bundle).reduce(
        (sum, one) => sum + (one.type === 'asset' && one.fileName.endsWith('.css') ? kilobytes(one.source) : 0),
        0,
      )
      const all = Object.values(bundle).reduce((sum, one) => sum + (one.type === 'chunk' ? kilobytes(one.code) : 0), 0)
      const said = `${name}: ${js.toFixed(1)} of ${budget} kB JavaScript at first, ${all.toFixed(1)} in all, ${css.toFixed(1)} of ${cssBudget} kB CSS (gzip)`
      if (js > budget || css > cssBudget) this.error(`over its budget: ${said}`)
      process.stdout.write(`${said}\n`)
    },
  }
}
