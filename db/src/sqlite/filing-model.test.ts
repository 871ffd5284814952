// Two programs on one file, killed, full, read-only and busy at any moment, against the log in memory, which files nothing:
// whatever lies in trees, in memory or in the log alone, both say the same of every command, number and order.
import { currentUpcast } from '@comanda/shared/domain/upcast'
import { type ClientId, LogId } from '@comanda/shared/model/ids'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AppendOutcome, type Log, LogUnavailable } from '../log.ts'
import { createMemoryDisk } from '../memory/disk.ts'
import { openMemoryLog } from '../memory/log.ts'
import {
  batchAfter,
  clientId,
  commandId,
  merged,
  noted,
  orderId,
  refused,
  roundSent,
  type Said,
} from '../testing/entries.ts'
import { casa } from '../testing/restaurants.ts'
import { sample } from '../testing/sample-facts.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { createSqliteFile, type SqliteFile } from '../testing/sqlite-file.ts'
import type { SqliteStore } from './store.ts'
import { verifyFile } from './verify.ts'

const steps = 60
const seeds = process.env.COMANDA_TEST_LONG === '1' ? Array.from({ length: 100 }, (_, seed) => seed) : [1, 2, 3, 4, 5]
const tablets = ['t1', 't2', 't3'].map(clientId)
const orders = ['o1', 'o2', 'o3', 'o4']

let file: SqliteFile
beforeEach(() => {
  file = createSqliteFile()
})
afterEach(() => file.remove())

const turn = () => new Promise((resolve) => setImmediate(resolve))

class Run {
  readonly met = new Map<string, number>()
  readonly #bytes: (length: number) => Uint8Array
  readonly #truth: Log
  readonly #together: number
  readonly #stores: SqliteStore[] = []
  /** Every command that anybody ever tried to store. */
  readonly #said: Said[] = []
  #head = 0

  constructor(seed: number) {
    this.#bytes = seededRandom(seed)
    const disk = createMemoryDisk()
    const project = sample.facts.project
    this.#truth = openMemoryLog({ disk, project, random: seededRandom(seed), upcast: currentUpcast })
    this.#together = 1 + this.#below(6)
  }

  async start(): Promise<void> {
    for (const which of [0, 1]) this.#open(which)
    const logId = LogId.parse('log-1')
    await this.#truth.create(casa, logId)
    await this.#store(0).log.create(casa, logId)
  }

  async step(): Promise<void> {
    const which = this.#below(2)
    const dice = this.#below(20)
    if (dice < 12) await this.#append(this.#store(which))
    else if (dice < 15) await turn()
    else if (dice < 17) await this.#look(this.#store(which))
    else if (dice < 18) this.#replace(which)
    else await this.#inTrouble(which)
  }

  /** Everything that can be asked, asked of both programs and of one that opens the file only now. */
  async compare(): Promise<void> {
    for (const store of [...this.#stores, file.open()]) {
      for (const said of this.#said) await this.#lookAt(store, said)
      for (const order of orders) await this.#lookAtOrder(store, order)
      for (const tablet of tablets) await this.#lookAtClient(store, tablet)
    }
    expect(verifyFile({ file: file.file, ...sample, upcast: currentUpcast }).findings).toEqual([])
  }

  #below(limit: number): number {
    return ((this.#bytes(1)[0] ?? 0) * 256 + (this.#bytes(1)[0] ?? 0)) % limit
  }

  #count(what: string): void {
    this.met.set(what, (this.met.get(what) ?? 0) + 1)
  }

  #open(which: number): void {
    this.#stores[which] = file.open(seededRandom(which + 1), { filedTogether: this.#together })
  }

  #store(which: number): SqliteStore {
    const store = this.#stores[which]
    if (store === undefined) throw new Error(`no program ${which}`)
    return store
  }

  /** kill -9 leaves the other one and the file as they are; what was planned for a later turn never happens. */
  #replace(which: number): void {
    this.#store(which).database.close()
    this.#open(which)
    this.#count('started again')
  }

  async #entry(before: readonly Said[]): Promise<Said> {
    const old = this.#said[this.#below(this.#said.length + 1)]
    const dice = this.#below(16)
    if (old !== undefined && dice === 0) return old
    const tablet = tablets[this.#below(tablets.length)] ?? clientId('t1')
    const stored = await this.#truth.readClient(casa, tablet)
    const lastCseq = stored.lastCseq + before.filter(({ client }) => client?.clientId === tablet).length
    // once in a while a number that is taken, or one that leaves a hole
    const cseq = Math.max(1, lastCseq + 1 + (dice === 1 ? -1 : dice === 2 ? 1 : 0))
    const order = orders[this.#below(orders.length)] ?? 'o1'
    const command = `c${this.#said.length + before.length}`
    const client = { clientId: tablet, cseq }
    if (dice === 3 && old !== undefined)
      return { command: old.command, client, again: true, events: [refused(command)] }
    const into = orders[this.#below(orders.length)] ?? 'o1'
    const changed = dice < 7 ? noted(order, command) : roundSent(order, command, 2)
    const events = dice === 4 && into !== order ? [merged(order, into), noted(into, command)] : [changed]
    return { command, events, ...(dice === 5 ? {} : { client }) }
  }

  async #append({ log }: SqliteStore): Promise<void> {
    const said: Said[] = []
    for (let count = 1 + this.#below(3); count > 0; count -= 1) said.push(await this.#entry(said))
    const late = this.#below(10) === 0 ? 1 : 0
    const from = Math.max(0, this.#head - late)
    const batch = batchAfter(from, said)
    let outcome: AppendOutcome
    try {
      outcome = await log.append(casa, batch, from)
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error
      this.#count(`unavailable: ${error.reason}`)
      return
    }
    expect(outcome).toEqual(await this.#truth.append(casa, batch, from))
    this.#count(outcome.kind)
    this.#said.push(...said)
    if (outcome.kind === 'committed') this.#head = outcome.head
  }

  async #inTrouble(which: number): Promise<void> {
    const { database } = this.#store(which)
    const kind = this.#below(3)
    const rival = kind === 0 ? new BetterSqlite3(file.file) : undefined
    rival?.exec('BEGIN IMMEDIATE')
    database.pragma('busy_timeout = 0')
    if (kind === 1) database.pragma('query_only = ON')
    if (kind === 2) database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`)
    for (let tries = kind === 2 ? 12 : 1 + this.#below(8); tries > 0; tries -= 1) {
      await this.#append(this.#store(which))
      await turn()
    }
    await this.#look(this.#store(which))
    rival?.exec('ROLLBACK')
    rival?.close()
    database.pragma('query_only = OFF')
    database.pragma('max_page_count = 1000000')
    this.#count(['busy', 'read-only', 'full'][kind] ?? '')
  }

  async #look(store: SqliteStore): Promise<void> {
    const said = this.#said[this.#below(this.#said.length + 1)]
    if (said !== undefined) await this.#lookAt(store, said)
    await this.#lookAtOrder(store, orders[this.#below(orders.length)] ?? 'o1')
    await this.#lookAtClient(store, tablets[this.#below(tablets.length)] ?? clientId('t1'))
  }

  async #lookAt({ log }: SqliteStore, { command, client }: Said): Promise<void> {
    const by = { commandId: commandId(command) }
    expect(await log.readAnswer(casa, by)).toEqual(await this.#truth.readAnswer(casa, by))
    if (client === undefined) return
    expect(await log.readAnswer(casa, client)).toEqual(await this.#truth.readAnswer(casa, client))
  }

  async #lookAtOrder({ log }: SqliteStore, order: string): Promise<void> {
    expect(await log.readOrder(casa, orderId(order))).toEqual(await this.#truth.readOrder(casa, orderId(order)))
  }

  async #lookAtClient({ log }: SqliteStore, tablet: ClientId): Promise<void> {
    expect(await log.readClient(casa, tablet)).toEqual(await this.#truth.readClient(casa, tablet))
  }
}

const met = new Map<string, number>()

test.each(seeds)('[P-2] [P-9] [P-17] what is filed and what is not is answered alike (seed %i)', async (seed) => {
  const run = new Run(seed)
  await run.start()
  for (let step = 0; step < steps; step += 1) await run.step()
  await run.compare()
  for (const [what, times] of run.met) met.set(what, (met.get(what) ?? 0) + times)
})

test('all of it happened', () => {
  const happened = ['committed', 'duplicate', 'conflict', 'started again', 'unavailable: full']
  for (const what of happened) expect({ what, happened: (met.get(what) ?? 0) > 0 }).toEqual({ what, happened: true })
})
