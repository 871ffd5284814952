// Greasy glass tells one press twice (KDS-4): a second contact at the same place within 250 ms is the first one.

export type Contact = { readonly at: number; readonly x: number; readonly y: number }

const withinMs = 250
const withinPx = 24

export const isDouble = (before: Contact | undefined, contact: Contact): boolean =>
  before !== undefined &&
  contact.at - before.at < withinMs &&
  Math.hypot(contact.x - before.x, contact.y - before.y) < withinPx
