// What the bots wrote down themselves, from the answers to their own commands: held against the report at the end.

import type { PaymentMethod } from '@comanda/shared/model/bill'
import type { StaffId } from '@comanda/shared/model/ids'
import type { Deed } from '../bots/bot.ts'

type Paid = { method: PaymentMethod; amount: number; tip: number }

export class Tally {
  done = 0
  readonly refused = new Map<string, number>()
  readonly byPerson = new Map<StaffId, number>()
  opened = 0
  rounds = 0
  closed = 0
  walkedOut = 0
  served = 0
  refunds = 0
  dayClosed = false
  dayRefused = 0
  readonly #payments = new Map<string, Paid>()

  readonly note = (deed: Deed): void => {
    const { intention, outcome, by, id } = deed
    if (outcome.kind !== 'done') {
      const code = outcome.kind === 'refused' ? outcome.code : outcome.kind
      const key = `${intention.type}: ${code}`
      this.refused.set(key, (this.refused.get(key) ?? 0) + 1)
      if (intention.type === 'day.close') this.dayRefused += 1
      return
    }
    this.done += 1
    this.byPerson.set(by, (this.byPerson.get(by) ?? 0) + 1)
    switch (intention.type) {
      case 'order.open':
        this.opened += 1
        break
      case 'round.send':
        this.rounds += 1
        if ('open' in intention.args.order) this.opened += 1
        break
      case 'lines.serve':
        this.served += intention.args.lineIds.length
        break
      case 'order.close':
        this.closed += 1
        break
      case 'order.walk-out':
        this.walkedOut += 1
        break
      case 'payment.record': {
        const { method, amount = 0, tip = 0 } = intention.args
        this.#payments.set(`${id}.p`, { method, amount, tip })
        break
      }
      case 'payment.correct': {
        const paid = this.#payments.get(intention.args.paymentId)
        if (paid === undefined) break
        paid.method = intention.args.method ?? paid.method
        paid.tip = intention.args.tip ?? paid.tip
        break
      }
      case 'payment.refund':
        this.refunds += intention.args.amount
        break
      case 'day.close':
        this.dayClosed = true
        break
      default:
        break
    }
  }

  get paid(): number {
    return this.#sum(({ amount }) => amount)
  }

  get tips(): number {
    return this.#sum(({ tip }) => tip)
  }

  paidBy(method: PaymentMethod): number {
    return this.#sum((paid) => (paid.method === method ? paid.amount : 0))
  }

  #sum(of: (paid: Paid) => number): number {
    return [...this.#payments.values()].reduce((total, paid) => total + of(paid), 0)
  }
}
