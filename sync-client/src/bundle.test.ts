// What a device loads. No schema library: it would be most of the bundle, and its compiled checks break the page's policy.
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'

async function bundle(code: string) {
  const entry = 'virtual:entry'
  const result = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    build: { write: false, minify: true, rollupOptions: { input: entry }, modulePreload: { polyfill: false } },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const chunks = outputs.flatMap((output) => ('output' in output ? output.output : []))
  const modules = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
  const text = chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('')
  return { modules, gzip: gzipSync(text, { level: 9 }).length }
}

const from = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const use = (...imports: [names: string, path: string][]) =>
  [
    ...imports.map(([names, path]) => `import { ${names} } from ${JSON.stringify(from(path))}`),
    `globalThis.kept = [${imports.map(([names]) => names).join(', ')}]`,
  ].join('\n')

const everywhere: [string, string][] = [
  ['webSocketTransport', './adapters/web-socket.ts'],
  ['platformClock, platformTimers, platformRandom', './adapters/platform.ts'],
]

describe('the bundle', () => {
  it.each([
    ['a small view (board, guest)', 5_000, [...everywhere, ['createViewClient', './view-client.ts']]],
    [
      'a device without the rules',
      17_000,
      [
        ...everywhere,
        ['createTabClient', './tab-client.ts'],
        ['browserTabs', './adapters/browser-tabs.ts'],
        ['deviceStorage', './adapters/indexeddb.ts'],
      ],
    ],
    [
      'a device with the rules',
      60_000,
      [...everywhere, ['createClient', './client.ts'], ['domainRules', './domain-rules.ts']],
    ],
  ] as [string, number, [string, string][]][])(
    'of %s has no schema library and stays small',
    async (name, most, parts) => {
      const { modules, gzip } = await bundle(use(...parts))
      console.info(`${name}: ${gzip} bytes gzip`)
      expect(modules.length).toBeGreaterThan(10)
      expect(modules.filter((id) => /node_modules\/zod|\/model\/|protocol\/(up|down)/.test(id))).toEqual([])
      expect(gzip).toBeLessThan(most)
    },
    60_000,
  )
})
