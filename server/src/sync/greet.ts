// What a hello is answered with: go on from the cursor, begin with a snapshot, empty the outbox only, or update first.

import { domainHash } from '@comanda/shared/domain/domain-hash'
import { isReplicaRoom, type Room } from '@comanda/shared/domain/rooms'
import type { Millis } from '@comanda/shared/ports/time'
import type { Welcome } from '@comanda/shared/protocol/down'
import { type Hello, largestUpFrame } from '@comanda/shared/protocol/up'
import { protocolVersion } from '@comanda/shared/protocol/version'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { heartbeatEvery } from './hub.ts'
import type { Start } from './outflow.ts'

const mostInFlight = 8
const staleAfter: Millis = 10_000
/** Further behind than this, a snapshot is shorter than the story. */
const mostResumed = 5_000

export type Greeting = { readonly welcome: Welcome; readonly start: Start | undefined }

export function greet(hello: Hello, restaurant: OpenRestaurant, room: Room, lastCseq: number, now: Millis): Greeting {
  const { mode, start } = startOf(hello, restaurant, room)
  return {
    start,
    welcome: {
      t: 'welcome',
      logId: restaurant.logId,
      head: restaurant.head(),
      lastCseq,
      mode,
      limits: {
        frameBytes: largestUpFrame,
        inFlight: mostInFlight,
        heartbeatMs: heartbeatEvery,
        staleMs: staleAfter,
      },
      now,
      businessDate: restaurant.businessDate(now),
    },
  }
}

function startOf(
  hello: Hello,
  restaurant: OpenRestaurant,
  room: Room,
): { mode: Welcome['mode']; start: Start | undefined } {
  if (hello.proto !== protocolVersion) return { mode: 'upgrade', start: undefined }
  if (!isReplicaRoom(room)) return { mode: 'snapshot', start: 'view' }
  // Who predicts nothing needs no rules, so none can be out of date.
  if (hello.domain !== '' && hello.domain !== domainHash) return { mode: 'drain', start: undefined }
  const { cursor, logId } = hello
  const behind = cursor === undefined ? undefined : restaurant.head() - cursor
  if (
    cursor !== undefined &&
    behind !== undefined &&
    logId === restaurant.logId &&
    behind >= 0 &&
    behind <= mostResumed
  ) {
    return { mode: 'resume', start: { cursor } }
  }
  return { mode: 'snapshot', start: { snapshot: restaurant.hub.snapshots.of(room) } }
}
