// Card numbers never enter the log: a text that holds 13 to 19 digits with a right check digit is refused.

const runs = /\d(?:[ .-]?\d){12,}/g

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
  if (text.length < 13) return false
  for (const run of text.match(runs) ?? []) {
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
