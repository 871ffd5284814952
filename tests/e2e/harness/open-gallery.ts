// The gallery of the parts, built anew and served under the policy that the server gives every screen.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

const configFile = fileURLToPath(new URL('../../../ui-kit/gallery/vite.config.ts', import.meta.url))

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types comanda',
].join('; ')

export type OpenGallery = { readonly url: string; readonly folder: string; readonly close: () => Promise<void> }

export async function openGallery(): Promise<OpenGallery> {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-gallery-'))
  await build({ configFile, logLevel: 'error', build: { outDir: folder } })
  const server = await preview({
    configFile,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, headers: { 'content-security-policy': policy } },
  })
  const [url] = server.resolvedUrls?.local ?? []
  if (url === undefined) throw new Error('the gallery is not served')
  return {
    url,
    folder,
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
