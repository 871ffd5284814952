// Submits that wait for their answer. A lost connection fails all that wait, and all that come before it is live again.

import type { Order } from '../order/order.ts'
import type { Link, Submitter } from './peer.ts'

interface Asked {
  answered(): void
  failed(error: Error): void
}

export interface Answers {
  /** The oldest submit that waits is answered: servers answer one connection in the order of its asking. */
  answerOldest(): void
  submitterOver(link: Link, send: (order: Order) => void): Submitter
}

export function createAnswers(): Answers {
  let asked: Asked[] = []
  let live = true

  const failWhenLost = async (link: Link): Promise<void> => {
    await link.lost()
    live = false
    const unanswered = asked
    asked = []
    for (const { failed } of unanswered) failed(new Error('lost before the answer'))
  }

  return {
    answerOldest: () => asked.shift()?.answered(),
    submitterOver: (link, send) => {
      void failWhenLost(link)
      return {
        ...link,
        resume: async () => {
          await link.resume()
          live = true
          void failWhenLost(link)
        },
        submit: (order) =>
          new Promise((resolve, reject) => {
            if (!live) return reject(new Error('not connected'))
            asked.push({ answered: resolve, failed: reject })
            send(order)
          }),
      }
    },
  }
}
