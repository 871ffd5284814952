// A line's tax: a function of what the line comes to, rounded once per line, half up. So the tax of any set of lines is
// the sum of theirs, and every cut of a report agrees to the cent.

import type { TaxSum } from '../model/bill.ts'

const wholeRate = 10_000

/** What `rate` (hundredths of a percent) of a whole amount comes to, half a cent upwards. */
export function rateOf(amount: number, rate: number): number {
  return amount < 0 ? -halfUp(-amount * rate, wholeRate) : halfUp(amount * rate, wholeRate)
}

/** The tax in, or on top of, what a line comes to. */
export function taxOf(net: number, rate: number, included: boolean): number {
  if (!included) return rateOf(net, rate)
  const tax = halfUp(Math.abs(net) * rate, wholeRate + rate)
  return net < 0 ? -tax : tax
}

const halfUp = (numerator: number, denominator: number): number => {
  const whole = Math.floor((2 * numerator + denominator) / (2 * denominator))
  return whole === 0 ? 0 : whole
}

/** Sums by rate. `net` is without the tax, whether the price includes it or not. */
export function sumTaxes(parts: Iterable<{ amount: number; rate: number; included: boolean; tax: number }>): TaxSum[] {
  const sums = new Map<string, TaxSum>()
  for (const { amount, rate, included, tax } of parts) {
    const key = `${rate}${included}`
    const sum = sums.get(key) ?? { rate, included, net: 0, tax: 0 }
    sum.net += included ? amount - tax : amount
    sum.tax += tax
    sums.set(key, sum)
  }
  return [...sums.values()].sort((a, b) => a.rate - b.rate || Number(a.included) - Number(b.included))
}
