/** One of three Russian forms: 1 блюдо, 2 блюда, 5 блюд. */
export function pluralRu(count: number, one: string, few: string, many: string): string {
  const last = count % 10
  const lastTwo = count % 100
  if (last === 1 && lastTwo !== 11) return one
  return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? few : many
}
