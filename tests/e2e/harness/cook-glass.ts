// A screen of the kitchen as its cook has it: tickets by their tables, dishes and buttons by what stands on them.
import type { Browser, Locator, Page } from 'playwright-core'
import { type Kitchen, openStation, type StationWish } from './kitchen-house.ts'
import type { Screen } from './open-screen.ts'

/** What a person needs between two presses, so that they count as two. */
const betweenPresses = 300

export class CookGlass {
  readonly screen: Screen
  readonly page: Page

  constructor(screen: Screen) {
    this.screen = screen
    this.page = screen.page
    this.page.setDefaultTimeout(10_000)
  }

  static async open(kitchen: Kitchen, browser: Browser, wish: StationWish): Promise<CookGlass> {
    return new CookGlass(await openStation(kitchen, browser, wish))
  }

  /** A slip on the rail, or a row on the pass. */
  ticket(where: string): Locator {
    return this.page.getByRole('article', { name: where, exact: true })
  }

  dish(where: string, name: string): Locator {
    return this.ticket(where).getByRole('button', { name })
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  /** Tables as they hang, those that fade too. */
  tables(): Promise<(string | null)[]> {
    return this.page.getByRole('article').evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel))
  }

  async hangs(tables: string, timeout = 10_000): Promise<void> {
    const asWanted = (wanted: string) =>
      [...document.querySelectorAll('article')].map(({ ariaLabel }) => ariaLabel).join(' ') === wanted
    try {
      await this.page.waitForFunction(asWanted, tables, { timeout, polling: 100 })
    } catch {
      throw new Error(`"${tables}" should hang, and "${(await this.tables()).join(' ')}" does`)
    }
  }

  says(where: string, words: string | RegExp, timeout = 10_000): Promise<void> {
    return this.ticket(where).getByText(words).first().waitFor({ timeout })
  }

  /** A finger on the glass, and away again. */
  async press(target: Locator): Promise<void> {
    await this.#pause()
    await target.click()
  }

  bump(where: string): Promise<void> {
    return this.press(this.ticket(where).getByRole('button', { name: /^BUMP/ }))
  }

  key(code: string): Promise<void> {
    return this.page.keyboard.press(code)
  }

  /** Where a ticket is on the glass, to the pixel. */
  async place(where: string): Promise<string> {
    const box = await this.ticket(where).boundingBox()
    return `${box?.x} ${box?.y}`
  }

  async fingerOn(where: string): Promise<void> {
    const box = await this.ticket(where).boundingBox()
    if (box === null) throw new Error(`${where} is not on the glass`)
    await this.page.mouse.move(box.x + box.width / 2, box.y + 30)
    await this.page.mouse.down()
  }

  /** Lifted beside everything that could be pressed. */
  async fingerOff(): Promise<void> {
    await this.page.mouse.move(2, 2)
    await this.page.mouse.up()
  }

  #pause(): Promise<void> {
    return this.page.evaluate((ms) => new Promise<void>((done) => setTimeout(done, ms)), betweenPresses)
  }
}
