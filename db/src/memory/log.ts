// The log's port in memory: for simulations and tests, where a crash, a full disk or another node is a line of code.
// Rows are stored as text, so nothing that a caller holds is shared with the disk. Facts are projected with their event.

import { orderIdsOf } from '@comanda/shared/domain/event-orders'
import type { DomainEvent, Recorded } from '@comanda/shared/domain/events'
import type { Upcast } from '@comanda/shared/domain/upcast'
import type { OrderId, RestaurantId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import { duplicatesWithin } from '../duplicates.ts'
import type { FactProjector } from '../facts-port.ts'
import {
  type AppendOutcome,
  type ClientTail,
  type Entry,
  type Log,
  LogOutcomeUnknown,
  LogUnavailable,
  type Opened,
  type StoredAnswer,
  type TextsToErase,
} from '../log.ts'
import { orderClosure } from '../order-closure.ts'
import { type Preparing, prepareBatch } from '../prepare.ts'
import { readOpened, readStoredAnswer } from '../reading.ts'
import { createSalts } from '../sealing.ts'
import { createStoredRestaurant, type MemoryDisk, type StoredRestaurant, storeBatch } from './disk.ts'

/** What goes wrong with one append. `unknown` stops the log for good, as an I/O error does. */
export type AppendFault =
  | { kind: 'unavailable'; reason: LogUnavailable['reason'] }
  | { kind: 'unknown'; written: boolean }

export type MemoryFaults = {
  /** Waited for on either side of the write. What else happens meanwhile (a crash, another node's append) is up to the caller. */
  pause?(stage: 'before-write' | 'before-answer'): Promise<void>
  onAppend?(restaurantId: RestaurantId, batch: readonly Entry[]): AppendFault | undefined
  /** Asked by probe(): the disk as /readyz sees it. */
  onProbe?(): LogUnavailable['reason'] | undefined
}

export type MemoryLogOptions = {
  disk: MemoryDisk
  project: FactProjector
  random: RandomBytes
  upcast: Upcast
  faults?: MemoryFaults
}

/** The process is gone: nothing it waited for ever comes back, and the disk keeps what was written. */
export type MemoryLog = Log & { crash(): void }

const never = <Value>(): Promise<Value> => new Promise(() => {})

const opened = (stored: StoredRestaurant): Opened => {
  const snapshot = stored.snapshots.at(-1)
  return {
    logId: stored.logId,
    head: stored.head,
    chainHead: stored.chainHead,
    ...(snapshot === undefined ? {} : { snapshot }),
  }
}

const storedDuplicates = (stored: StoredRestaurant, batch: readonly Entry[]) =>
  batch
    .filter(
      ({ origin: { again, client, commandId } }) =>
        (again !== true && stored.byCommand.has(commandId)) ||
        (client !== undefined && stored.byClient.get(client.clientId)?.has(client.cseq) === true),
    )
    .map(({ origin }) => origin.commandId)

const appendNow = (
  stored: StoredRestaurant,
  restaurantId: RestaurantId,
  batch: readonly Entry[],
  expectedHead: number,
  { project, ...preparing }: Preparing & { project: FactProjector },
): AppendOutcome => {
  if (stored.head !== expectedHead) return { kind: 'conflict', head: stored.head }
  const duplicates = [...new Set([...duplicatesWithin(batch), ...storedDuplicates(stored, batch)])]
  if (duplicates.length > 0) return { kind: 'duplicate', commandIds: duplicates }
  storeBatch(stored, prepareBatch(restaurantId, batch, stored, preparing), project)
  return { kind: 'committed', head: stored.head }
}

const readClientTail = (stored: StoredRestaurant, clientId: ClientTail['clientId']): ClientTail => {
  const ofClient = stored.byClient.get(clientId)
  if (ofClient === undefined) return { clientId, lastCseq: 0 }
  const lastCseq = Math.max(...ofClient.keys())
  const lastCommandId = ofClient.get(lastCseq)?.origin.commandId
  return { clientId, lastCseq, ...(lastCommandId === undefined ? {} : { lastCommandId }) }
}

const seqsOfOrder = (stored: StoredRestaurant, orderId: OrderId): readonly number[] => {
  const partners = (id: OrderId) =>
    (stored.orders.get(id) ?? []).flatMap((seq) => {
      const cells = stored.events[seq - 1]
      return cells === undefined ? [] : orderIdsOf(JSON.parse(cells.body) as DomainEvent)
    })
  const seqs = [...orderClosure(orderId, partners)].flatMap((id) => stored.orders.get(id) ?? [])
  return [...new Set(seqs)].sort((one, other) => one - other)
}

const erase = (stored: StoredRestaurant, which: TextsToErase): number => {
  const seqs =
    'orderId' in which
      ? seqsOfOrder(stored, which.orderId)
      : stored.events.filter(({ businessDate }) => businessDate < which.before).map(({ seq }) => seq)
  const live = seqs.filter((seq) => stored.texts.get(seq)?.some(({ text }) => text !== null))
  const first = live[0]
  if (first === undefined) return 0
  let erased = 0
  for (const seq of live) {
    const rows = stored.texts.get(seq) ?? []
    erased += rows.filter(({ text }) => text !== null).length
    stored.texts.set(
      seq,
      rows.map(({ digest }) => ({ digest, salt: null, text: null })),
    )
  }
  stored.snapshots = stored.snapshots.filter(({ seq }) => seq < first)
  return erased
}

export const openMemoryLog = (options: MemoryLogOptions): MemoryLog => {
  const { disk, project, random, upcast, faults = {} } = options
  const preparing = { versions: upcast, project, salts: createSalts(random) }
  const hints = new Set<(restaurantId: RestaurantId, head: number) => void>()
  const hear = (restaurantId: RestaurantId, head: number) => {
    for (const hint of hints) hint(restaurantId, head)
  }
  disk.listeners.add(hear)
  let crashed = false
  let failed: LogOutcomeUnknown | undefined

  const stop = () => {
    hints.clear()
    disk.listeners.delete(hear)
  }

  const reach = (restaurantId: RestaurantId): StoredRestaurant => {
    const stored = disk.restaurants.get(restaurantId)
    if (stored === undefined) throw new Error(`no log of restaurant ${restaurantId} here`)
    return stored
  }

  /** Every verb passes here: a crashed process never hears back, one that must end is refused. */
  const run = async <Value>(verb: () => Value | Promise<Value>): Promise<Value> => {
    if (crashed) return never()
    if (failed !== undefined) throw failed
    const value = await verb()
    return crashed ? never() : value
  }

  const recordedAt = (stored: StoredRestaurant, seq: number): Recorded => {
    const cells = stored.events[seq - 1]
    if (cells === undefined) throw new Error(`no event ${seq}`)
    return readOpened(cells, stored.texts.get(seq) ?? [], upcast)
  }

  const fail = (cause: string): never => {
    failed = new LogOutcomeUnknown(new Error(cause))
    throw failed
  }

  const append = async (restaurantId: RestaurantId, batch: readonly Entry[], expectedHead: number) => {
    await faults.pause?.('before-write')
    if (crashed) return never<AppendOutcome>()
    const fault = faults.onAppend?.(restaurantId, batch)
    if (fault?.kind === 'unavailable') throw new LogUnavailable(fault.reason, new Error('as the simulation wants it'))
    if (fault?.kind === 'unknown' && !fault.written) return fail('lost before the write')
    const outcome = appendNow(reach(restaurantId), restaurantId, batch, expectedHead, preparing)
    if (fault?.kind === 'unknown') return fail('lost after the write')
    await faults.pause?.('before-answer')
    if (crashed) return never<AppendOutcome>()
    if (outcome.kind === 'committed') for (const listener of disk.listeners) listener(restaurantId, outcome.head)
    return outcome
  }

  return {
    restaurants: () => run(() => [...disk.restaurants.keys()].sort()),
    load: (restaurantId) =>
      run(() => {
        const stored = disk.restaurants.get(restaurantId)
        return stored === undefined ? undefined : opened(stored)
      }),
    create: (restaurantId, logId) =>
      run(() => {
        if (disk.restaurants.has(restaurantId)) throw new Error(`restaurant ${restaurantId} has a log already`)
        const stored = createStoredRestaurant(restaurantId, logId)
        disk.restaurants.set(restaurantId, stored)
        return opened(stored)
      }),
    append: (restaurantId, batch, expectedHead) => run(() => append(restaurantId, batch, expectedHead)),
    readAfter: (restaurantId, seq, limit) =>
      run(() => {
        const stored = reach(restaurantId)
        return stored.events.slice(seq, seq + limit).map((cells) => recordedAt(stored, cells.seq))
      }),
    readOrder: (restaurantId, orderId) =>
      run(() => {
        const stored = reach(restaurantId)
        return seqsOfOrder(stored, orderId).map((seq) => recordedAt(stored, seq))
      }),
    readClient: (restaurantId, clientId) => run(() => readClientTail(reach(restaurantId), clientId)),
    readAnswer: (restaurantId, by) =>
      run((): StoredAnswer | undefined => {
        const stored = reach(restaurantId)
        const row =
          'commandId' in by ? stored.byCommand.get(by.commandId) : stored.byClient.get(by.clientId)?.get(by.cseq)
        if (row === undefined) return undefined
        const { commandId, client } = row.origin
        const answer = readStoredAnswer(row.answer)
        return { commandId, answer, ...(client === undefined ? {} : { cseq: client.cseq }) }
      }),
    saveSnapshot: (restaurantId, snapshot) =>
      run(() => {
        const stored = reach(restaurantId)
        const others = stored.snapshots.filter(({ seq }) => seq !== snapshot.seq)
        stored.snapshots = [...others, { ...snapshot }].sort((one, other) => one.seq - other.seq).slice(-2)
      }),
    backedUpSeq: (restaurantId) => run(() => reach(restaurantId).backedUpSeq),
    eraseTexts: (restaurantId, which) => run(() => erase(reach(restaurantId), which)),
    onAdvance: (hint) => {
      hints.add(hint)
      return () => hints.delete(hint)
    },
    probe: () =>
      run(() => {
        const reason = faults.onProbe?.()
        if (reason !== undefined) throw new LogUnavailable(reason, new Error('as the simulation wants it'))
      }),
    close: async () => stop(),
    crash: () => {
      crashed = true
      stop()
    },
  }
}
