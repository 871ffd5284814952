// What a step of a random evening may choose from: the orders, lines, tickets, tables and dishes that are there.
import type { ItemId, TableId } from '../../model/ids.ts'
import type { Line, Order } from '../../model/order.ts'
import type { Ticket } from '../../model/ticket.ts'
import type { DraftLine } from '../commands/draft.ts'
import type { CommandOf, CommandType } from '../commands.ts'
import type { State } from '../state.ts'
import { Chooser } from './chooser.ts'

export type Asked = { [Type in CommandType]: { who: string; type: Type; args: CommandOf<Type>['args'] } }[CommandType]

/** What a step may choose from. */
export class Scene {
  readonly state: State
  readonly now: number
  readonly choose: Chooser

  constructor(state: State, now: number, numbers: readonly number[]) {
    this.state = state
    this.now = now
    this.choose = new Chooser(numbers)
  }

  order(): Order | undefined {
    const orders = this.state.orders.sorted().map(([, order]) => order)
    const open = orders.filter((order) => order.status === 'open')
    return this.choose.of(open.length > 0 && !this.choose.rarely(12) ? open : orders)
  }

  line(order: Order): Line | undefined {
    return this.choose.of(order.lines)
  }

  ticket(): Ticket | undefined {
    const tickets = this.state.tickets.sorted().map(([, ticket]) => ticket)
    const open = tickets.filter((ticket) => ticket.status === 'open')
    return this.choose.of(open.length > 0 && !this.choose.rarely(8) ? open : tickets)
  }

  table(): TableId {
    const tables = Object.keys(this.state.catalog.tables) as TableId[]
    return this.choose.of(tables) ?? ('none' as TableId)
  }

  item(): ItemId {
    const items = Object.keys(this.state.catalog.items) as ItemId[]
    return this.choose.of(items) ?? ('none' as ItemId)
  }

  draft(): DraftLine {
    const itemId = this.item()
    const price = this.state.catalog.items[itemId]?.price
    return {
      itemId,
      quantity: 1 + this.choose.below(3),
      modifiers: this.modifiers(itemId),
      ...(this.choose.rarely(4) ? { note: 'no onion' } : {}),
      ...(this.choose.rarely(3) ? { seat: 1 + this.choose.below(4) } : {}),
      ...(this.choose.rarely(6) ? { course: this.choose.below(4) } : {}),
      ...(price?.kind === 'open' ? { price: 900 + this.choose.below(500) } : {}),
      ...(price?.kind === 'by-weight' ? { grams: 100 + this.choose.below(300) } : {}),
      ...(this.choose.rarely(9) ? { ownBar: true } : {}),
    }
  }

  modifiers(itemId: ItemId): DraftLine['modifiers'] {
    const item = this.state.catalog.items[itemId]
    return (item?.modifierGroups ?? []).flatMap((groupId) => {
      const group = this.state.catalog.modifierGroups[groupId]
      const modifier = group && this.choose.of(group.modifiers)
      if (group === undefined || modifier === undefined) return []
      if (group.min === 0 && this.choose.rarely(2)) return []
      const chosen = [
        { groupId, modifierId: modifier.id, ...(this.choose.rarely(5) ? { prefix: 'extra' as const } : {}) },
      ]
      const nested = modifier.nested && this.state.catalog.modifierGroups[modifier.nested]
      const sauce = nested && this.choose.of(nested.modifiers)
      return nested && sauce ? [...chosen, { groupId: nested.id, modifierId: sauce.id }] : chosen
    })
  }

  drafts(): DraftLine[] {
    return Array.from({ length: 1 + this.choose.below(4) }, () => this.draft())
  }
}

export type Ask = (scene: Scene) => Asked | undefined
