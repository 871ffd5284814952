// The menu as it hangs on the wall: what a dish with these wishes costs at this hour, and how long it may take.
import type { DraftLine } from '@comanda/shared/domain/commands/draft'
import type { CatalogChange } from '@comanda/shared/model/catalog'
import type { Item } from '@comanda/shared/model/menu'
import { divided } from './arithmetic.ts'

type Put<Kind extends CatalogChange['kind']> = Extract<CatalogChange, { kind: Kind; put: unknown }>['put']

const targetOf = {
  drink: 'prepBar',
  cold: 'prepCold',
  'hot-starter': 'prepHotStarter',
  main: 'prepMain',
  dessert: 'prepDessert',
  other: 'prepHotStarter',
} as const

export class Menu {
  readonly #changes: readonly CatalogChange[]
  readonly settings: Put<'settings'>

  constructor(changes: readonly CatalogChange[]) {
    this.#changes = changes
    const [settings] = this.all('settings')
    if (settings === undefined) throw new Error('a restaurant has settings')
    this.settings = settings
  }

  all<Kind extends CatalogChange['kind']>(kind: Kind): Put<Kind>[] {
    return this.#changes.flatMap((change) => (change.kind === kind && 'put' in change ? [change.put as Put<Kind>] : []))
  }

  item(id: string): Item {
    return this.#found('item', id)
  }

  category(item: Item): Put<'category'> {
    return this.#found('category', item.categoryId)
  }

  table(id: string): Put<'table'> {
    return this.#found('table', id)
  }

  taxRate(id: string): number {
    const tax = this.#found('tax', id)
    if (!tax.included) throw new Error('this bookkeeper knows taxes within prices only')
    return tax.rate
  }

  course(item: Item, line: Pick<DraftLine, 'course'>): number {
    return line.course ?? item.course ?? this.category(item).course
  }

  /** Of one, in cents. */
  price(item: Item, line: Pick<DraftLine, 'price' | 'grams' | 'modifiers'>, at: number): number {
    const extra = this.#wishes(line).reduce((sum, { price = 0 }) => sum + price, 0)
    return Math.max(0, this.#ofDish(item, line, at) + extra)
  }

  prepSeconds(item: Item, line: Pick<DraftLine, 'modifiers'>): number {
    const own = item.prepSeconds ?? this.settings.thresholds[targetOf[this.category(item).kind]]
    return Math.max(
      30,
      this.#wishes(line).reduce((sum, { prepSeconds }) => sum + prepSeconds, own),
    )
  }

  /** The hour and minute on the wall, and the weekday from Monday as 1. */
  wall(at: number): { hour: number; minute: number; weekday: number } {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: this.settings.zone,
      ...{ hour: '2-digit', minute: '2-digit', weekday: 'short', hourCycle: 'h23' },
    }).formatToParts(at)
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
    const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1
    return { hour: Number(part('hour')), minute: Number(part('minute')), weekday }
  }

  #ofDish({ id, price }: Item, line: Pick<DraftLine, 'price' | 'grams'>, at: number): number {
    switch (price?.kind) {
      case 'fixed': {
        const { hour, minute, weekday } = this.wall(at)
        const now = hour * 60 + minute
        const happy = price.scheduled?.find(
          (one) => one.weekdays.includes(weekday) && one.from <= now && now < one.until,
        )
        return happy?.price ?? price.amount
      }
      case 'by-weight':
        return divided(price.perKilogram * (line.grams ?? 0), 1_000)
      case 'open':
        return line.price ?? 0
      default:
        throw new Error(`${id} has no price`)
    }
  }

  /** What was added; something left out costs nothing and takes no time. */
  #wishes({ modifiers }: Pick<DraftLine, 'modifiers'>) {
    return modifiers.flatMap(({ groupId, modifierId, prefix }) => {
      const found = this.#found('modifierGroup', groupId).modifiers.find(({ id }) => id === modifierId)
      return found === undefined || prefix === 'no' ? [] : [found]
    })
  }

  #found<Kind extends 'item' | 'category' | 'table' | 'tax' | 'modifierGroup'>(kind: Kind, id: string): Put<Kind> {
    const found = this.all(kind).find((one) => (one as { id: string }).id === id)
    if (found === undefined) throw new Error(`no ${kind} is called ${id}`)
    return found
  }
}
