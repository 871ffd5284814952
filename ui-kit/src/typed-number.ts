// A number as it is typed, digit by digit.

/** The value after a key, or the same value when the key does not fit. */
export function typed(value: string, key: string, decimals = 0, maxLength = 9): string {
  if (key === 'Backspace') return value.slice(0, -1)
  if (key === '.' || key === ',') return decimals > 0 && !value.includes('.') ? `${value || '0'}.` : value
  if (!/^\d$/.test(key) || value.length >= maxLength) return value
  const [, behind] = value.split('.')
  if (behind !== undefined && behind.length >= decimals) return value
  return value === '0' ? key : value + key
}
