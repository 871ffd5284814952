// A screen as its people have it: paired, somebody signed in, in their language and light. Whatever the page complains
// about is kept, so that a test can ask for silence.
import { casaLola } from '@comanda/demo/restaurant'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Look, newContext } from './browser.ts'
import { type App, mustBeBuilt } from './built-screens.ts'
import type { House } from './house.ts'

export const tablet = { width: 1180, height: 820 }
export const phone = { width: 390, height: 844 }
export const kitchenScreen = { width: 1920, height: 1080 }

const kinds = { waiter: 'tablet', kitchen: 'kitchen', board: 'board', trial: 'tablet' } as const

export type Screen = {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors in the console, errors nobody caught, and reports of the content policy. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

export type ScreenWish = Partial<Look> & {
  readonly house: House
  readonly browser: Browser
  readonly app: App
  /** By id, as in Casa Lola: ana, bruno. Without one the screen stays at its sign-in. */
  readonly person?: string
  readonly stations?: readonly string[]
  /** Through a wire of its own; else as all browsers. */
  readonly url?: string
  /** Before the page is opened. */
  readonly prepare?: (context: BrowserContext) => Promise<void>
}

/** What Chromium writes when the network is gone is the test's own doing. */
const ofTheNetwork = /net::ERR_|WebSocket connection to|Failed to load resource/

export function listen(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error' && !ofTheNetwork.test(message.text())) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
}

/** The same as the pairing and the sign-in on the glass, which have journeys of their own, without their seconds. */
export async function seat(context: BrowserContext, wish: Omit<ScreenWish, 'browser'>): Promise<void> {
  const { app, person, stations = [], url = wish.house.url } = wish
  const post = async (path: string, data: unknown): Promise<void> => {
    const answer = await context.request.post(`${url}${path}?as=${app}`, { data, headers: { origin: url } })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  }
  await post('/api/demo/device', { kind: kinds[app], stationIds: stations })
  if (person === undefined) return
  await post('/api/sign-in', { staffId: person, pin: casaLola.pins[person] })
  await isHeld(context, app)
}

/** Somebody has it in their hands: a screen that was never touched, or long ago, would begin locked. */
export async function isHeld(context: BrowserContext, app: App): Promise<void> {
  const touched = `comanda.touched.${app}`
  await context.addInitScript((name) => {
    // A blank frame has no storage.
    if (location.origin !== 'null' && localStorage.getItem(name) === null)
      localStorage.setItem(name, String(Date.now()))
  }, touched)
}

export async function openScreen(wish: ScreenWish): Promise<Screen> {
  const { house, browser, app, url = house.url } = wish
  mustBeBuilt(app)
  const look: Look = {
    viewport: wish.viewport ?? (app === 'kitchen' || app === 'board' ? kitchenScreen : tablet),
    theme: wish.theme ?? 'light',
    language: wish.language ?? 'en',
  }
  const context = await newContext(browser, look)
  const complaints: string[] = []
  listen(context, complaints)
  await seat(context, wish)
  await wish.prepare?.(context)
  const page = await context.newPage()
  await page.goto(`${url}/${app}/`)
  return { page, context, complaints, close: () => context.close() }
}
