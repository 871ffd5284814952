import { currentUpcast } from '@comanda/shared/domain/upcast'
import { LogId } from '@comanda/shared/model/ids'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Facts } from '../../facts-port.ts'
import { batchAfter, noted, roundSent } from '../../testing/entries.ts'
import { casa, other } from '../../testing/restaurants.ts'
import { sample, sampleFacts } from '../../testing/sample-facts.ts'
import { createSqliteFile, type SqliteFile } from '../../testing/sqlite-file.ts'
import { tamper } from '../../testing/tamper.ts'
import type { SqliteStore } from '../store.ts'
import { factsFileOf } from './path.ts'
import { rebuildFacts } from './rebuild.ts'

let file: SqliteFile
let store: SqliteStore
let beside: Database

const rebuild = (facts: Facts = sampleFacts) =>
  rebuildFacts({ file: file.file, ...sample, facts, upcast: currentUpcast })
const amounts = () =>
  beside
    .prepare(
      'SELECT restaurant_id, seq, position, amount, note FROM sample_lines ORDER BY restaurant_id, seq, position',
    )
    .all()

beforeEach(async () => {
  file = createSqliteFile()
  store = file.open()
  for (const restaurantId of [casa, other]) {
    await store.log.create(restaurantId, LogId.parse(`log-${restaurantId}`))
    const said = [1, 2, 3].map((turn) => ({
      command: `c${turn}`,
      events: [roundSent('o1', `r${turn}`), noted('o1', 'Mr Brown')],
    }))
    await store.log.append(restaurantId, batchAfter(0, said), 0)
  }
  file.project()
  beside = new BetterSqlite3(factsFileOf(file.file))
})
afterEach(() => {
  beside.close()
  file.remove()
})

describe('facts made anew', () => {
  test('[P-14] the same projector gives the same rows to the byte', () => {
    const before = amounts()
    expect(before).toHaveLength(36)
    expect(rebuild()).toEqual([
      { table: 'sample_lines', rows: 36, same: true },
      { table: 'sample_events', rows: 12, same: true },
    ])
    expect(amounts()).toEqual(before)
  })

  test('[P-14] rows that were edited come right again, and it is said', () => {
    const before = amounts()
    tamper(beside, `UPDATE sample_lines SET amount = 1 WHERE restaurant_id = '${casa}' AND seq = 3 AND position = 2`)
    expect(rebuild().map(({ same }) => same)).toEqual([false, true])
    expect(amounts()).toEqual(before)
    expect(rebuild().map(({ same }) => same)).toEqual([true, true])
  })

  test('[P-14] erased texts change no fact: none ever held one', async () => {
    await store.log.eraseTexts(casa, { before: '2027-01-01' })
    expect(rebuild().every(({ same }) => same)).toBe(true)
    expect(JSON.stringify(amounts())).not.toContain('no salt')
  })

  test('[P-14] a projector that fails leaves the facts as they were', () => {
    const before = amounts()
    const failing: Facts = {
      ...sampleFacts,
      project: (recorded) => {
        if (recorded.seq === 5) throw new Error('no')
        return sampleFacts.project(recorded)
      },
    }
    expect(() => rebuild(failing)).toThrow('no')
    expect(amounts()).toEqual(before)
    expect(() => beside.exec('DELETE FROM sample_lines')).toThrow(/append-only/)
  })
})
