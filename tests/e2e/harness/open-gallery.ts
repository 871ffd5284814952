// The gallery of the parts, built anew and served under the policy that the server gives every screen.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator, Page } from 'playwright-core'
import { build, preview } from 'vite'
import { newContext } from './browser.ts'
import { listen } from './open-screen.ts'

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

const sizes = {
  desk: { width: 1100, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
  halved: { width: 640, height: 480 },
} as const

export type GalleryWish = { size?: keyof typeof sizes; theme?: 'light' | 'dark'; mouse?: boolean }

export type OpenPage = {
  readonly page: Page
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

export async function openPage(browser: Browser, url: string, wish: GalleryWish = {}): Promise<OpenPage> {
  const { size = 'desk', theme = 'light', mouse = false } = wish
  const look = { viewport: sizes[size], theme, language: 'en' } as const
  const context = mouse ? await browser.newContext({ viewport: look.viewport }) : await newContext(browser, look)
  const complaints: string[] = []
  listen(context, complaints)
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, complaints, close: () => context.close() }
}

/** Shows a state that only a finger, a pointer or the Tab key brings about. */
export async function force(page: Page, selector: string, state: 'hover' | 'active' | 'focus-visible'): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('DOM.enable')
  await cdp.send('CSS.enable')
  const { root } = await cdp.send('DOM.getDocument')
  const { nodeIds } = await cdp.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
  for (const nodeId of nodeIds) {
    await cdp.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [state] })
  }
}

/** What moves in has arrived. A toast's life and a spinner are no such movement. */
export const arrived = (page: Page): Promise<unknown> =>
  page.evaluate(`Promise.all(
    document.getAnimations().filter(({ animationName }) => !['k-life', 'k-turn'].includes(animationName)).map(({ finished }) => finished)
  )`)

export const styleOf = (part: Locator, name: string): Promise<string> =>
  part.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name)
