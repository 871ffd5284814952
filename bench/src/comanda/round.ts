// The sample order as one Send at Casa Lola: six dishes for five stations, two of them with modifiers, the key in a note.
import type { Order } from '../order/order.ts'

interface ChosenDish {
  readonly itemId: string
  readonly modifiers: readonly { readonly groupId: string; readonly modifierId: string }[]
}

const dishes: readonly ChosenDish[] = [
  {
    itemId: 'sea-bream',
    modifiers: [
      { groupId: 'side', modifierId: 'salad-side' },
      { groupId: 'dressing', modifierId: 'vinaigrette' },
      { groupId: 'garnish', modifierId: 'lemon' },
    ],
  },
  { itemId: 'burrata-and-peach', modifiers: [] },
  { itemId: 'ham-croquettes', modifiers: [] },
  {
    itemId: 'ribeye',
    modifiers: [
      { groupId: 'doneness', modifierId: 'medium-rare' },
      { groupId: 'side', modifierId: 'chips-side' },
      { groupId: 'sauce', modifierId: 'pepper-sauce' },
    ],
  },
  { itemId: 'burnt-cheesecake', modifiers: [] },
  { itemId: 'glass-of-rioja', modifiers: [] },
]

export interface Round {
  readonly order: { readonly orderId: string } | { readonly open: { readonly type: 'takeaway' } }
  readonly lines: readonly unknown[]
}

/** Of an order that is open already, or with one that it opens. */
export function roundOf({ lines }: Order, orderId: string | undefined): Round {
  return {
    order: orderId === undefined ? { open: { type: 'takeaway' } } : { orderId },
    lines: dishes.map((dish, index) => {
      const { note = '', quantity = 1, seat } = lines[index] ?? {}
      return { ...dish, quantity, ...(seat === undefined ? {} : { seat }), ...(note === '' ? {} : { note }) }
    }),
  }
}
