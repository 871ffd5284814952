// What goes onto paper, line by line, before anybody knows which printer: plain data that a test can read.

export type SlipStyle = {
  readonly size?: 'normal' | 'tall' | 'double'
  readonly bold?: boolean
  /** White on black: allergies, BACKUP, VOID. */
  readonly inverse?: boolean
  readonly align?: 'left' | 'centre'
}

export type SlipLine =
  | ({ readonly kind: 'text'; readonly text: string; readonly indent?: number } & SlipStyle)
  /** The left part and, at the right margin, the right one. */
  | ({ readonly kind: 'pair'; readonly left: string; readonly right: string } & SlipStyle)
  | { readonly kind: 'rule' }

export type Slip = readonly SlipLine[]

export const text = (content: string, style: SlipStyle & { readonly indent?: number } = {}): SlipLine => ({
  kind: 'text',
  text: content,
  ...style,
})

export const pair = (left: string, right: string, style: SlipStyle = {}): SlipLine => ({
  kind: 'pair',
  left,
  right,
  ...style,
})

export const rule: SlipLine = { kind: 'rule' }
