// Card numbers never enter the log: a text that holds 13 to 19 digits with a right check digit is refused.

/** However it was pasted: a digit of any script is a digit, and what cannot be seen is not there. */
const runs = /\d(?:[\s./_-]{0,3}\d){12,}/g

/** Digits of a script stand in a row, the first one at a code that ends in 0 or 6. */
function digitOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const fromZero = code % 16
  return String(fromZero < 10 && /\p{Nd}/u.test(String.fromCodePoint(code - fromZero)) ? fromZero : fromZero - 6)
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[\u2010-\u2015\u2212]/g, '-')

/** The check digit of ISO/IEC 7812 (Luhn). */
const checks = (digits: string): boolean => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** A card number may stand with other digits behind or before it: its expiry, its check code. */
const candidates = (digits: string): string[] => [
  ...(digits.length <= 19 ? [digits] : []),
  digits.slice(0, 16),
  digits.slice(-16),
  ...(digits.startsWith('3') ? [digits.slice(0, 15)] : []),
]

const hasCardWithin = (digits: string): boolean =>
  candidates(digits).some((candidate) => candidate.length >= 13 && checks(candidate))

export const holdsCardNumber = (text: string): boolean => {
  if (text.length < 13 || !/\p{Nd}/u.test(text)) return false
  for (const run of plain(text).match(runs) ?? []) {
    const digits = run.replace(/\D/g, '')
    // all zeros pass the check and are nobody's card
    if (/[1-9]/.test(digits) && hasCardWithin(digits)) return true
  }
  return false
}

const writtenByPeople = new Set(['note', 'text', 'reason', 'name', 'message', 'reference', 'approvalReason'])

/** Whether any free text anywhere in a command's arguments holds a card number. */
export const argumentsHoldCardNumber = (value: unknown, key = ''): boolean => {
  if (typeof value === 'string') return writtenByPeople.has(key) && holdsCardNumber(value)
  if (Array.isArray(value)) return value.some((element) => argumentsHoldCardNumber(element, key))
  if (typeof value !== 'object' || value === null) return false
  const named = value as Readonly<Record<string, unknown>>
  for (const name in named) if (argumentsHoldCardNumber(named[name], name)) return true
  return false
}
