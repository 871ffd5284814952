// A row of numbers as choices: the same numbers make the same choices, so a history can be shrunk and replayed.

export class Chooser {
  readonly #numbers: readonly number[]
  #next = 0

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers.length === 0 ? [0] : numbers
  }

  /** From 0 up to, not including, `count`. */
  below(count: number): number {
    const round = Math.floor(this.#next / this.#numbers.length)
    const number = this.#numbers[this.#next % this.#numbers.length] ?? 0
    this.#next++
    return (number + round * 7) % count
  }

  /** One in so many. */
  rarely(oneIn: number): boolean {
    return this.below(oneIn) === oneIn - 1
  }

  /** undefined only of nothing. */
  of<Value>(values: readonly Value[]): Value | undefined {
    return values[this.below(Math.max(1, values.length))]
  }

  some<Value>(values: readonly Value[]): Value[] {
    return values.filter(() => this.below(2) === 1)
  }
}
