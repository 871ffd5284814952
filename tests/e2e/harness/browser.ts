// The browser that the journeys drive. One for a test file; every screen in it is a context of its own.
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

/** No sandbox inside a container, no talk with the world. */
export const flags = [
  '--host-resolver-rules=MAP lola.test 127.0.0.1',

  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-sync',
]
export const executablePath = process.env.COMANDA_CHROMIUM ?? '/usr/bin/chromium'

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args: flags })

export type Look = {
  readonly viewport: { readonly width: number; readonly height: number }
  readonly theme: 'light' | 'dark'
  readonly language: 'en' | 'ru'
}

export const newContext = (browser: Browser, { viewport, theme, language }: Look): Promise<BrowserContext> =>
  browser.newContext({
    viewport,
    colorScheme: theme,
    locale: language === 'ru' ? 'ru-RU' : 'en-GB',
    // Not the restaurant's: what a screen tells is the restaurant's time, wherever its device thinks it is.
    timezoneId: 'America/New_York',
    hasTouch: true,
  })
