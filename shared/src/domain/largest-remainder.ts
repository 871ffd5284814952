// Divides an amount by weights so that the parts are whole and always sum to it: everybody gets the floor of what is
// due, the cents left over go to the largest remainders, to the first of equals.

/** `amount` and the weights are whole; weights are not negative. Without any weight everybody is due the same. */
export function allocate(amount: number, weights: readonly number[]): number[] {
  if (amount < 0) return allocate(-amount, weights).map((part) => (part === 0 ? 0 : -part))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 0)
    return weights.length === 0
      ? []
      : allocate(
          amount,
          weights.map(() => 1),
        )
  const parts: { index: number; floor: number; remainder: number }[] = weights.map((weight, index) => ({
    index,
    ...division(amount, weight, sum),
  }))
  let left = amount - parts.reduce((total, part) => total + part.floor, 0)
  for (const part of [...parts].sort((a, b) => b.remainder - a.remainder || a.index - b.index)) {
    if (left === 0) break
    part.floor += 1
    left -= 1
  }
  return parts.map((part) => part.floor)
}

export const splitEqually = (amount: number, count: number): number[] =>
  allocate(
    amount,
    Array.from({ length: count }, () => 1),
  )

/** amount x weight / sum, exact even where the product is beyond what a number holds. */
function division(amount: number, weight: number, sum: number): { floor: number; remainder: number } {
  const product = amount * weight
  if (product <= Number.MAX_SAFE_INTEGER) return { floor: Math.floor(product / sum), remainder: product % sum }
  const exact = BigInt(amount) * BigInt(weight)
  return { floor: Number(exact / BigInt(sum)), remainder: Number(exact % BigInt(sum)) }
}
