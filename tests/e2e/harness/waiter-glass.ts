// A waiter's tablet as its waiter has it: tables, dishes, lines and buttons by what stands on them.
import type { Browser, Locator, Page } from 'playwright-core'
import type { House } from './house.ts'
import { humanHand } from './human-hand.ts'
import { openScreen, type Screen, type ScreenWish } from './open-screen.ts'
import { typePin } from './type-pin.ts'
import { landscape, pinOf } from './waiter-table.ts'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export class WaiterGlass {
  readonly screen: Screen
  readonly page: Page
  readonly press = humanHand()

  constructor(screen: Screen) {
    this.screen = screen
    this.page = screen.page
    this.page.setDefaultTimeout(10_000)
  }

  static async open(house: House, browser: Browser, wish: Partial<ScreenWish> = {}): Promise<WaiterGlass> {
    const screen = await openScreen({ house, browser, app: 'waiter', person: 'ana', viewport: landscape, ...wish })
    await screen.page.getByRole('heading', { name: 'My tables' }).waitFor()
    return new WaiterGlass(screen)
  }

  button(name: string | RegExp, exact = true): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact } : { name })
  }

  says(words: string | RegExp, timeout = 10_000): Promise<void> {
    return this.page.getByText(words).first().waitFor({ timeout })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** What must not be missed: beside the tables at home, a strip elsewhere. */
  alert(words: string | RegExp): Locator {
    return this.page.getByRole('listitem').filter({ hasText: words })
  }

  async home(): Promise<void> {
    await this.#open('#/')
    await this.page.getByRole('heading', { name: 'My tables' }).waitFor()
  }

  /** As a tap on the floor map. */
  async table(name: string): Promise<void> {
    await this.#open(`#/table/t${name.toLowerCase()}`)
    await this.page.getByRole('heading', { name: `Table ${name}`, exact: true }).waitFor()
    await this.page.getByRole('region', { name: 'Dishes' }).getByRole('button').first().waitFor()
  }

  /** Looked for by name, as any dish can be. */
  async dish(name: string): Promise<void> {
    const field = this.page.getByRole('searchbox', { name: 'Find a dish' })
    if (!(await field.isVisible())) await this.press(this.button('Find a dish'))
    await field.fill(name)
    const found = this.page.getByRole('region', { name: 'Dishes' })
    await this.press(found.getByRole('button', { name: new RegExp(`^${escaped(name)}`) }))
    await this.page.getByRole('region', { name: 'Draft, not sent' }).getByText(name).first().waitFor()
  }

  async send(): Promise<void> {
    await this.press(this.button(/^Send \d/))
    await this.page.getByRole('region', { name: 'Draft, not sent' }).waitFor({ state: 'detached' })
  }

  async order(table: string, ...dishes: string[]): Promise<void> {
    await this.table(table)
    for (const name of dishes) await this.dish(name)
    await this.send()
  }

  /** A sent line, with where it is. */
  line(name: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: `Choose ${name}`, exact: true }) })
  }

  lineSays(name: string, words: string | RegExp, timeout = 10_000): Promise<void> {
    return this.line(name).getByText(words).first().waitFor({ timeout })
  }

  /** What can be done with a sent line. */
  async openLine(name: string): Promise<void> {
    await this.press(this.line(name).getByRole('button', { name: new RegExp(`^${escaped(name)}`) }))
    await this.dialog.waitFor()
  }

  /** One of the things that the order's menu offers. */
  async ofOrder(name: string | RegExp): Promise<void> {
    await this.press(this.button('More for this order').last())
    await this.press(this.page.getByRole('menuitem', { name }))
  }

  choose(name: string | RegExp): Promise<void> {
    return this.press(this.dialog.getByRole('button', { name }).first())
  }

  async declareAllergy(allergen: string): Promise<void> {
    await this.press(this.button('Allergies'))
    await this.choose(allergen)
    await this.choose('Declare')
    await this.dialog.waitFor({ state: 'detached' })
  }

  /** A manager who stands beside says yes. */
  async managerSaysYes(name: string, id: string): Promise<void> {
    await this.choose(name)
    await typePin(this.page, pinOf(id))
  }

  async #open(hash: string): Promise<void> {
    await this.page.evaluate((to) => {
      location.hash = to
    }, hash)
  }
}
