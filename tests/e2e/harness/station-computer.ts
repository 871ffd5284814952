// A kitchen screen on a computer of its own: what it keeps lies in its folder, and its power can go.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CookGlass } from './cook-glass.ts'
import { type KillableTablet, startTablet } from './killable-tablet.ts'
import { type Kitchen, type StationWish, setUpStation } from './kitchen-house.ts'
import { kitchenScreen, listen, seat } from './open-screen.ts'

export class StationComputer {
  readonly #kitchen: Kitchen
  readonly #wish: StationWish
  readonly #complaints: string[]
  readonly #folder = mkdtempSync(join(tmpdir(), 'comanda-screen-'))
  #running: KillableTablet | undefined

  constructor(kitchen: Kitchen, wish: StationWish, complaints: string[]) {
    this.#kitchen = kitchen
    this.#wish = wish
    this.#complaints = complaints
  }

  async start(): Promise<CookGlass> {
    const running = await startTablet(this.#folder)
    this.#running = running
    const { context, page } = running
    const { house } = this.#kitchen
    listen(context, this.#complaints)
    await setUpStation(context, this.#wish)
    await seat(context, { house, app: 'kitchen', person: 'bruno', stations: this.#wish.stations })
    await page.setViewportSize(kitchenScreen)
    await page.goto(`${house.url}/kitchen/`)
    return new CookGlass({ page, context, complaints: this.#complaints, close: running.close })
  }

  async kill(): Promise<void> {
    await this.#running?.kill()
    this.#running = undefined
  }

  async end(): Promise<void> {
    await this.kill()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
