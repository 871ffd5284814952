// The first orders of an evening should find a program that has done it before. So after a start waiters of nowhere send rounds
// from the real menu through the real session, rules, chain and rooms, on a copy of the restaurant without its orders.
// Invariant: nothing of it is written, told or kept, and an order that comes meanwhile waits for one round of it at most.

import { createForgetfulLog } from '@comanda/db/memory/forgetful-log'
import { chosenModifiers, defaultModifiers } from '@comanda/shared/domain/chosen-modifiers'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import { emptyState, type State } from '@comanda/shared/domain/state'
import { stateToJson } from '@comanda/shared/domain/state-json'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import type { ClientId, DeviceId, LogId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Millis, Timers } from '@comanda/shared/ports/time'
import { protocolVersion } from '@comanda/shared/protocol/version'
import { Session } from '../sync/session.ts'
import type { Wire } from '../sync/wire.ts'
import { type OpenRestaurant, openRestaurant } from './open-restaurant.ts'

export type RehearsalParts = {
  readonly restaurant: OpenRestaurant
  readonly clock: Clock
  readonly random: RandomBytes
  readonly soon: (run: () => void) => void
  readonly failed: (cause: unknown) => void
}

/** So many that what is run through most is compiled by then. */
const rounds = 600
const atMost: Millis = 1_000
const roundsOfOneOrder = 4
const linesOfOneRound = 6
const mostDishes = 18
const seenEvery = 50

const noTimers: Timers = { after: () => () => {} }

/** The place and its menu, with nobody in it. */
const emptied = ({ seq, catalog, day }: State): State => ({ ...emptyState(catalog.settings), seq, catalog, day })

type Draft = { readonly itemId: string; readonly quantity: number; readonly modifiers: readonly unknown[] }

const draftsOf = ({ catalog }: State): readonly Draft[] =>
  Object.values(catalog.items)
    .flatMap((item) => {
      if (item === undefined || item.price?.kind !== 'fixed') return []
      const modifiers = defaultModifiers(catalog, item)
      return chosenModifiers(catalog, item, modifiers).ok ? [{ itemId: item.id, quantity: 1, modifiers }] : []
    })
    .slice(0, mostDishes)

const senderOf = ({ catalog }: State): StaffId | undefined =>
  Object.values(catalog.people).find((person) => person?.active === true && person.roles.includes('waiter'))?.id

async function placeFor({ restaurant, clock, random, soon, failed }: RehearsalParts): Promise<OpenRestaurant> {
  const state = emptied(restaurant.state())
  const logId = 'rehearsal' as LogId
  const snapshot = { seq: state.seq, domain: domainHash, body: stateToJson(state) }
  return openRestaurant(
    restaurant.id,
    { logId, head: state.seq, chainHead: '', snapshot },
    {
      log: createForgetfulLog({ head: state.seq, random, upcast: currentUpcast }),
      clock,
      timers: noTimers,
      random,
      soon,
      settings: state.catalog.settings,
      shared: false,
      useApproval: async () => undefined,
      dayOf: async () => undefined,
      failStop: failed,
      watch: {
        committed: () => {},
        unavailable: failed,
        bug: (_, cause) => failed(cause),
        failed: (_, cause) => failed(cause),
      },
    },
  )
}

/** A device whose network takes everything. */
function deviceOf(
  parts: RehearsalParts & { readonly refused: () => void },
  place: OpenRestaurant,
  kind: 'tablet' | 'kitchen',
  staffId?: StaffId,
): Session {
  const wire: Wire = { send: () => {}, close: () => {}, terminate: () => {}, bufferedAmount: 0 }
  const deviceId = `rehearsal-${kind}` as DeviceId
  const sid = 'rehearsal' as SessionId
  const session = new Session({
    restaurant: place,
    wire,
    identity: { deviceId, kind, ...(staffId === undefined ? {} : { staff: { sid, staffId } }) },
    clock: parts.clock,
    timers: noTimers,
    asking: () => (staffId === undefined ? { kind: 'system' } : { kind: 'staff', staffId, deviceId, sid }),
    watch: { refused: parts.refused, failed: parts.failed },
  })
  const clientId = `rehearsal-${kind}` as ClientId
  const room = kind === 'kitchen' ? 'kitchen' : 'floor'
  session.receive(JSON.stringify({ t: 'hello', proto: protocolVersion, build: '', domain: '', clientId, room }))
  return session
}

/** Resolves to how many rounds were taken. `stopped` is asked between two. */
export async function rehearse(parts: RehearsalParts, stopped: () => boolean): Promise<number> {
  const { clock, soon } = parts
  const state = parts.restaurant.state()
  const staffId = senderOf(state)
  const drafts = draftsOf(state)
  if (staffId === undefined || drafts.length === 0) return 0
  const turn = (): Promise<void> => new Promise((resolve) => soon(resolve))
  const place = await placeFor(parts)
  let refusals = 0
  const refused = (): void => {
    refusals += 1
  }
  const tablet = deviceOf({ ...parts, refused }, place, 'tablet', staffId)
  const screen = deviceOf({ ...parts, refused }, place, 'kitchen')
  await turn()
  const until = clock.monotonic() + atMost
  let order: unknown
  let cseq = 0
  while (cseq < rounds && clock.monotonic() < until && !stopped()) {
    cseq += 1
    const id = `rehearsal-${cseq}`
    const first = cseq % roundsOfOneOrder === 1
    const lines = Array.from({ length: linesOfOneRound }, (_, index) => drafts[(cseq + index) % drafts.length])
    const args = { order: first ? { open: { type: 'takeaway' } } : order, lines }
    if (first) order = { orderId: `${id}.o` }
    tablet.receive(JSON.stringify({ t: 'cmd', cseq, id, type: 'round.send', args, seenSeq: 0, writtenAt: clock.now() }))
    await turn()
    if (cseq % seenEvery === 0) for (const one of [tablet, screen]) one.receive(`{"t":"seen","cursor":${place.head()}}`)
  }
  const taken = cseq - refusals
  for (const one of [tablet, screen]) one.close('server-stopping')
  await place.stop()
  return taken
}
