// A device in a test whose server is a House: what it sends waits until the test lets it arrive, and is then decided by the
// real rules. The device may be killed in between; what was handed to the outbox is there again.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { House } from '@comanda/shared/domain/testing/house'
import type { CommandId, StaffId } from '@comanda/shared/model/ids'
import type { Client, CommandView } from '@comanda/sync-client/client-types'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'
import type { DraftRecord, DraftShelf } from '../draft/draft-shelf.ts'
import { createDraftStore } from '../draft/draft-store.ts'

type Waiting = { view: CommandView; outcome: PromiseWithResolvers<Outcome>; seq?: number }

export class HouseClient {
  readonly outbox = new Map<CommandId, Waiting>()
  readonly #house: House
  readonly #listeners = new Set<() => void>()
  #ids = 0

  constructor(house: House) {
    this.#house = house
  }

  readonly newCommandId = (): CommandId => `n${++this.#ids}` as CommandId
  readonly serverNow = (): number => this.#house.now
  readonly state = () => this.#house.state
  readonly confirmed = () => this.#house.state
  readonly command = (id: CommandId): CommandView | undefined => this.outbox.get(id)?.view

  readonly onChange = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly dismiss = (id: CommandId): boolean => this.outbox.delete(id)

  readonly send: Client['send'] = (type, args, options = {}) => {
    const id = options.id ?? this.newCommandId()
    const known = this.outbox.get(id)
    if (known !== undefined) {
      const { view, seq } = known
      const settled =
        view.state === 'done' && seq !== undefined
          ? Promise.resolve<Outcome>({ kind: 'done', seq })
          : known.outcome.promise
      return { id, settled }
    }
    const view: CommandView = { id, type, args, writtenAt: this.#house.now, state: 'queued' }
    const outcome = Promise.withResolvers<Outcome>()
    this.outbox.set(id, { view, outcome })
    return { id, settled: outcome.promise }
  }

  /** It reaches the server, which answers; the answer reaches the device, unless that was killed before. */
  arrive(id: CommandId, isHeard = true): void {
    const waiting = this.#waiting(id)
    const { type, args } = waiting.view
    const command = this.#house.command(type as DeviceCommandType, args as CommandOf<DeviceCommandType>['args'], id)
    const decided = this.#house.run(command, this.#house.context('ana'))
    if ('code' in decided) {
      this.outbox.set(id, { ...waiting, view: { ...waiting.view, state: 'refused', code: decided.code } })
      if (isHeard) waiting.outcome.resolve({ kind: 'refused', ...decided })
      return
    }
    const { seq } = this.#house.state
    const sent = decided.find((event) => event.type === 'round.sent')
    const back = sent?.returned ?? []
    const returned = back.length > 0 ? { returned: back } : {}
    this.outbox.set(id, { ...waiting, view: { ...waiting.view, state: 'done' }, seq })
    if (isHeard) waiting.outcome.resolve({ kind: 'done', seq, ...returned })
    this.hear()
  }

  /** What others did reaches the device. */
  hear(): void {
    for (const listener of this.#listeners) listener()
  }

  /** The device could not store it. */
  fail(id: CommandId): void {
    const { outcome } = this.#waiting(id)
    this.outbox.delete(id)
    outcome.resolve({ kind: 'unsaved', error: new Error('full') })
  }

  #waiting(id: CommandId): Waiting {
    const waiting = this.outbox.get(id)
    if (waiting === undefined) throw new Error(`${id} was never sent`)
    return waiting
  }
}

export class MemoryShelf implements DraftShelf {
  readonly records = new Map<CommandId, DraftRecord>()
  full = false

  load = async () => [...this.records.values()]

  put = async (record: DraftRecord) => {
    if (this.full) throw new Error('QuotaExceededError')
    this.records.set(record.draft.id, record)
  }

  remove = async (id: CommandId) => void this.records.delete(id)
}

export const storeOn = (client: HouseClient, shelf: MemoryShelf) =>
  createDraftStore({ client, shelf, me: () => 'ana' as StaffId })

/** Everything that was begun has come to rest. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve()
}
