// Comanda as its tablets and kitchen screens speak to it. A submitter that listens is a tablet in the floor room; one that
// only sends is a tablet that may only empty its outbox. A refused command ends the run.
import { randomBytes } from 'node:crypto'
import { newCommandId } from '@comanda/sync-client/random-id'
import { devicesIn } from '../comanda/access.ts'
import { roundOf } from '../comanda/round.ts'
import { findKeys, type Order } from '../order/order.ts'
import { openDevice } from './comanda-link.ts'
import type { Peer, PeerAddress, Submitter } from './peer.ts'

/** A party of four orders about so often; then the place has its next guests. */
const roundsOfAnOrder = 4

interface Place {
  orderId: string | undefined
  rounds: number
}

interface Asked {
  readonly text: string
  readonly cseq: number
  stored(): void
  lost(): void
}

export function comandaPeer({ port, access }: PeerAddress): Peer {
  const { tablets, screens } = devicesIn(access)
  const places = new Map<number, Place>()

  return {
    connectSubmitter: (index, listens) => {
      const tablet = tablets[index]
      if (tablet === undefined) throw new Error(`there are ${tablets.length} tablets`)
      return connectTablet(port, { ...tablet, listens }, places)
    },
    connectScreen: (index, seen) => {
      const screen = screens[index]
      if (screen === undefined) throw new Error(`there are ${screens.length} screens`)
      return openDevice({
        port,
        cookie: `comanda_device=${screen.token}`,
        room: 'kitchen',
        stations: [screen.stationId],
        listens: true,
        took: (frame) => findKeys(frame, seen),
        answered: () => undefined,
        welcomed: () => undefined,
      })
    },
  }
}

async function connectTablet(
  port: number,
  { token, sid, listens }: { token: string; sid: string; listens: boolean },
  places: Map<number, Place>,
): Promise<Submitter> {
  let waiting: Asked[] = []
  let lastCseq = 0
  let live = true

  const answered = (frame: Buffer): void => {
    const answer: unknown = JSON.parse(frame.toString())
    if (!isStored(answer)) throw new Error(`a command was not stored: ${frame.toString()}`)
    const asked = waiting.find(({ cseq }) => cseq === answer.cseq)
    waiting = waiting.filter((one) => one !== asked)
    asked?.stored()
  }

  const link = await openDevice({
    port,
    cookie: `comanda_device=${token}; comanda_staff=${sid}`,
    room: 'floor',
    stations: [],
    listens,
    took: () => undefined,
    answered,
    welcomed: (_lastCseq, send) => {
      for (const { text } of waiting) send(text)
    },
  })
  const failWhenLost = async (): Promise<void> => {
    await link.lost()
    live = false
    for (const asked of waiting) asked.lost()
  }
  void failWhenLost()

  return {
    ...link,
    resume: async () => {
      await link.resume()
      live = true
      void failWhenLost()
    },
    submit: (order) =>
      new Promise((resolve, reject) => {
        if (!live) return reject(new Error('not connected'))
        const place = placeFor(places, order)
        lastCseq += 1
        const id = newCommandId(randomBytes, Date.now())
        const args = roundOf(order, place.orderId)
        const cmd = { t: 'cmd', cseq: lastCseq, id, sid, type: 'round.send', args, seenSeq: 0, writtenAt: Date.now() }
        const text = JSON.stringify(cmd)
        const stored = (): void => {
          place.orderId ??= `${id}.o`
          place.rounds += 1
          resolve()
        }
        waiting.push({ text, cseq: lastCseq, stored, lost: () => reject(new Error('lost before the answer')) })
        link.send(text)
      }),
  }
}

/** While the opening of an order is on its way, another tablet at the same place opens one of its own. */
function placeFor(places: Map<number, Place>, { place }: Order): Place {
  const known = places.get(place)
  if (known !== undefined && known.rounds < roundsOfAnOrder) return known
  const fresh: Place = { orderId: undefined, rounds: 0 }
  places.set(place, fresh)
  return fresh
}

const isStored = (answer: unknown): answer is { readonly cseq: number; readonly ok: true } =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true && 'cseq' in answer
