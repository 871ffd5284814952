// Writes sw.js beside a finished screen: the worker's own code, the names of the files it holds, and the release they
// make together. The same files make the same release, so a build that changed nothing is no update.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const worker = fileURLToPath(new URL('../src/worker/service-worker.ts', import.meta.url))

async function compiled(define: Record<string, string>): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    build: {
      write: false,
      minify: true,
      target: 'es2024',
      modulePreload: false,
      rolldownOptions: { input: worker, output: { format: 'iife', codeSplitting: false } },
    },
  })
  for (const { output } of Array.isArray(made) ? made : 'output' in made ? [made] : []) {
    for (const file of output) if (file.type === 'chunk') return file.code
  }
  throw new Error('the service worker was not built')
}

export function serviceWorkerFile(name: string): Plugin {
  return {
    name: 'service-worker-file',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (dir === undefined) return
        const files = readdirSync(dir, { recursive: true, encoding: 'utf8', withFileTypes: true })
          .filter((entry) => entry.isFile() && !/(^sw\.js|\.gz|\.map)$/.test(entry.name))
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(dir.length + 1)
              .replaceAll('\\', '/'),
          )
          .sort()
        const release = createHash('sha256')
        for (const file of files) release.update(file).update(readFileSync(join(dir, file)))
        const code = await compiled({
          __SCREEN__: JSON.stringify(name),
          __RELEASE__: JSON.stringify(release.digest('hex').slice(0, 12)),
          __FILES__: JSON.stringify(files),
        })
        writeFileSync(join(dir, 'sw.js'), code)
      },
    },
  }
}
