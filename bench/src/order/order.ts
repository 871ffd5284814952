// One order as the bench sends it: six lines, about 1.5 KB of JSON. Its key stands in the first line's note and
// nowhere else, so every system carries it to its screens as ordinary content.
export interface OrderLine {
  readonly dish: string
  readonly name: string
  readonly quantity: number
  readonly course: number
  readonly seat: number
  readonly modifiers: readonly { readonly id: string; readonly name: string; readonly price: number }[]
  readonly allergens: readonly string[]
  readonly price: number
  readonly note: string
}

export interface Order {
  readonly key: string
  /** Which open order this one is added to: the same place is the same table. */
  readonly place: number
  readonly lines: readonly OrderLine[]
}

const keyMark = 'k#'
const keyDigits = 9
const keyLength = keyMark.length + keyDigits

export const orderKey = (count: number): string => keyMark + String(count).padStart(keyDigits, '0')

const dishes = [
  ['Grilled sea bream with fennel', 1, ['Well done', 'No lemon']],
  ['Beetroot salad, goat cheese', 1, ['Dressing apart', 'Extra cheese']],
  ['Tagliatelle with wild mushrooms', 2, ['Gluten free pasta', 'Parmesan apart']],
  ['Ribeye 300 g, pepper sauce', 2, ['Medium rare', 'Sauce apart']],
  ['Lemon tart', 3, ['With cream', 'Two spoons']],
  ['House red, glass', 1, ['Cool', 'Large glass']],
] as const

const lineOf = ([name, course, modifiers]: (typeof dishes)[number], index: number): OrderLine => ({
  dish: `dish-${index + 101}`,
  name,
  quantity: 1 + (index % 2),
  course,
  seat: 1 + (index % 4),
  modifiers: modifiers.map((modifier, at) => ({
    id: `modifier-${index * 2 + at + 11}`,
    name: modifier,
    price: at * 150,
  })),
  allergens: ['gluten', 'milk'],
  price: 950 + index * 325,
  note: '',
})

const [firstLine, ...otherLines] = dishes.map(lineOf)

export function makeOrder(key: string, place: number): Order {
  if (firstLine === undefined) throw new Error('the sample order has no lines')
  return { key, place, lines: [{ ...firstLine, note: `for the birthday ${key}` }, ...otherLines] }
}

/** The order as JSON, for the systems that take any: the key is in its note alone. */
export const orderText = ({ place, lines }: Order): string => JSON.stringify({ place, lines })

/** Calls back with every order key that a frame holds, without parsing the frame. */
export function findKeys(frame: Buffer, found: (key: string) => void): void {
  let at = frame.indexOf(keyMark, 0, 'latin1')
  while (at !== -1) {
    found(frame.toString('latin1', at, at + keyLength))
    at = frame.indexOf(keyMark, at + keyLength, 'latin1')
  }
}
