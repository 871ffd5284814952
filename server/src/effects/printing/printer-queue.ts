// One printer and what waits for it, oldest first. Invariants: a slip leaves the queue only when it is known to be on paper,
// or nobody needs it any more; a second try says on the paper that it is one; trouble is told once, and its end too.

import type { PrinterProblem } from '@comanda/shared/model/floor'
import type { Cancel, Millis, Timers } from '@comanda/shared/ports/time'
import type { PrintOutcome } from './printer-port.ts'

/** `key`: whatever has the same key takes the older one's place. */
export type Job = { readonly key: string; readonly again: boolean }

/** `gone`: nobody needs it any more. */
export type Tried = PrintOutcome | { readonly kind: 'gone' }

export type QueuePorts<Work extends Job> = {
  readonly timers: Timers
  readonly print: (job: Work) => Promise<Tried>
  readonly tell: (problem: PrinterProblem | undefined) => void
  readonly failed: (cause: unknown) => void
}

const firstRetry: Millis = 2_000
const longestRetry: Millis = 30_000
/** Took everything and said nothing: after so many slips of one thing a person must look. */
const mostUnconfirmed = 2

export class PrinterQueue<Work extends Job> {
  readonly #ports: QueuePorts<Work>
  readonly #jobs = new Map<string, Work>()
  readonly #unconfirmed = new Map<string, number>()
  #trouble: PrinterProblem | undefined
  #delay = firstRetry
  #busy = false
  #stopped = false
  #cancel: Cancel = () => {}

  constructor(ports: QueuePorts<Work>) {
    this.#ports = ports
  }

  get waiting(): number {
    return this.#jobs.size
  }

  /** A newer version of a ticket takes the place of the one that waits: a slip is composed when its turn comes. */
  add(job: Work): void {
    const waiting = this.#jobs.get(job.key)
    this.#jobs.set(job.key, waiting === undefined ? job : { ...job, again: job.again || waiting.again })
    this.#unconfirmed.delete(job.key)
    this.#next()
  }

  stop(): void {
    this.#stopped = true
    this.#cancel()
  }

  #next(): void {
    const job = this.#jobs.values().next().value
    if (this.#busy || this.#stopped || job === undefined) return
    this.#busy = true
    this.#ports
      .print(job)
      .then((tried) => this.#took(job, tried))
      .catch((cause: unknown) => {
        this.#ports.failed(cause)
        this.#later()
      })
  }

  #took(job: Work, tried: Tried): void {
    if (tried.kind === 'trouble') {
      if (tried.sent && this.#jobs.get(job.key) === job) this.#jobs.set(job.key, { ...job, again: true })
      this.#tell(tried.problem)
      this.#later()
      return
    }
    if (tried.kind === 'unconfirmed' && !this.#isEnough(job)) {
      this.#jobs.set(job.key, { ...(this.#jobs.get(job.key) ?? job), again: true })
      this.#later()
      return
    }
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key)
    this.#unconfirmed.delete(job.key)
    if (tried.kind === 'printed') this.#tell(undefined)
    this.#delay = firstRetry
    this.#busy = false
    this.#next()
  }

  #isEnough({ key }: Work): boolean {
    const times = (this.#unconfirmed.get(key) ?? 0) + 1
    this.#unconfirmed.set(key, times)
    return times >= mostUnconfirmed
  }

  #later(): void {
    if (this.#stopped) return
    this.#cancel = this.#ports.timers.after(this.#delay, () => {
      this.#busy = false
      this.#next()
    })
    this.#delay = Math.min(longestRetry, this.#delay * 2)
  }

  #tell(problem: PrinterProblem | undefined): void {
    if (problem === this.#trouble) return
    this.#trouble = problem
    this.#ports.tell(problem)
  }
}
