// The trial screen and a browser for one file of journeys.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { openScreen, type Screen, type ScreenWish } from './open-screen.ts'
import { openTrial, type TrialHouse } from './open-trial.ts'

export type TrialScreens = {
  /** Once the journeys begin. */
  readonly trial: TrialHouse
  readonly browser: Browser
  /** The trial screen as this person has it; without one it stays at its sign-in. */
  readonly screen: (wish?: Partial<Omit<ScreenWish, 'house' | 'browser' | 'app'>>) => Promise<Screen>
}

type Begun = { readonly trial: TrialHouse; readonly browser: Browser }

export function trialScreens(): TrialScreens {
  let begun: Begun | undefined
  const now = (): Begun => {
    if (begun === undefined) throw new Error('the trial has not begun')
    return begun
  }

  beforeAll(async () => {
    begun = { trial: await openTrial(), browser: await launchBrowser() }
  })

  afterAll(async () => {
    await begun?.browser.close()
    await begun?.trial.close()
  })

  return {
    get trial() {
      return now().trial
    },
    get browser() {
      return now().browser
    },
    screen: (wish = {}) => openScreen({ house: now().trial.house, browser: now().browser, app: 'trial', ...wish }),
  }
}
