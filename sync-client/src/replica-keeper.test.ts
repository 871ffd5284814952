import { stateToJson } from '@comanda/shared/domain/state-json'
import { smallRestaurant } from '@comanda/shared/domain/testing/small-restaurant'
import type { LogId } from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'
import type { Welcome } from '@comanda/shared/protocol/down'
import { expect, it } from 'vitest'
import { memoryReplica } from './adapters/replica-memory.ts'
import { Replica } from './replica.ts'
import { ReplicaKeeper } from './replica-keeper.ts'
import { smallRules } from './testing/small-rules.ts'
import { VirtualTime } from './testing/virtual-time.ts'

const welcome: Welcome = {
  t: 'welcome',
  logId: 'log-1' as LogId,
  head: 7,
  lastCseq: 0,
  mode: 'snapshot',
  limits: { frameBytes: 65_536, inFlight: 8, heartbeatMs: 5_000, staleMs: 10_000 },
  now: 0,
  businessDate: '2026-05-08' as BusinessDate,
}

function following(answersKept: () => boolean) {
  const time = new VirtualTime()
  const store = memoryReplica()
  const replica = new Replica(smallRules, 'floor')
  const keeper = new ReplicaKeeper(
    store,
    replica,
    time.timers,
    () => {},
    async () => answersKept(),
  )
  replica.welcomed(welcome)
  replica.takePart({ t: 'snap', seq: 7, part: 1, of: 1, body: stateToJson({ ...smallRestaurant(), seq: 7 }) })
  return { time, store, replica, keeper }
}

it('keeps the first picture at once: without one the device could not open with the server down', async () => {
  const { time, store, keeper } = following(() => true)
  keeper.changed()
  await time.advance(600)
  expect((await store.load())?.seq).toBe(7)
})

it('[P-6] keeps no state that shows a command whose answer is not kept: after a reload it would show twice', async () => {
  let answersKept = false
  const { store, keeper } = following(() => answersKept)
  await keeper.keep()
  expect(await store.load()).toBeUndefined()
  answersKept = true
  await keeper.keep()
  expect((await store.load())?.seq).toBe(7)
})
