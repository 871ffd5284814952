// Token buckets by name. One that has been full for a while is forgotten.
import type { Clock } from '@comanda/shared/ports/time'
import type { Rate } from './limits.ts'

type Bucket = { tokens: number; at: number }

const mostBuckets = 10_000

export class Buckets {
  readonly #rate: Rate
  readonly #clock: Clock
  readonly #buckets = new Map<string, Bucket>()

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate
    this.#clock = clock
  }

  /** False: it has had its share. */
  take(name: string): boolean {
    const now = this.#clock.monotonic()
    const bucket = this.#buckets.get(name) ?? this.#fresh(name, now)
    const earned = ((now - bucket.at) / 1000) * this.#rate.perSecond
    bucket.tokens = Math.min(this.#rate.burst, bucket.tokens + earned)
    bucket.at = now
    if (bucket.tokens < 1) return false
    bucket.tokens -= 1
    return true
  }

  #fresh(name: string, now: number): Bucket {
    const bucket = { tokens: this.#rate.burst, at: now }
    this.#buckets.set(name, bucket)
    if (this.#buckets.size > mostBuckets) {
      for (const oldest of this.#buckets.keys()) {
        this.#buckets.delete(oldest)
        break
      }
    }
    return bucket
  }
}
