// A gzipped copy beside every text file: the server hands it out as it lies there.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const worthIt = 1_000

export function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    enforce: 'post',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (dir === undefined) return
        for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
          if (!/\.(js|css|svg|html|webmanifest)$/.test(name)) continue
          const text = readFileSync(join(dir, name))
          if (text.length > worthIt) writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: 9 }))
        }
      },
    },
  }
}
