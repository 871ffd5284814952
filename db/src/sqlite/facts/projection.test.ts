import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import { LogId } from '@comanda/shared/model/ids'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { facts } from '../../facts.ts'
import { batchAfter, noted, roundSent, type Said } from '../../testing/entries.ts'
import { casa, other } from '../../testing/restaurants.ts'
import { sample } from '../../testing/sample-facts.ts'
import { createSqliteFile, type SqliteFile } from '../../testing/sqlite-file.ts'
import { openReader } from '../open.ts'
import { createReportDesk } from '../report-desk.ts'
import type { SqliteStore } from '../store.ts'
import { verifyFile } from '../verify.ts'
import { type FactsOptions, openFacts } from './open.ts'
import { factsFileOf } from './path.ts'
import { createProjection } from './projection.ts'
import { rebuildFacts } from './rebuild.ts'

let file: SqliteFile
let store: SqliteStore
const opened: Database[] = []

beforeEach(async () => {
  file = createSqliteFile()
  store = file.open()
  await store.log.create(casa, LogId.parse('log-casa'))
})
afterEach(() => {
  for (const database of opened.splice(0)) database.close()
  file.remove()
})

const projector = (more: Partial<FactsOptions> = {}) => {
  const options = { file: file.file, ...sample, ...more }
  const database = openFacts(options)
  const log = openReader({ file: file.file })
  opened.push(database, log)
  return { database, ...createProjection({ database, log, options, upcast: currentUpcast }) }
}

const said = (turn: number): Said => ({
  command: `c${turn}`,
  events: [roundSent('o1', `r${turn}`, 2), noted('o1', 'x')],
})
const serve = (head: number, turns: number, restaurantId = casa) =>
  store.log.append(
    restaurantId,
    batchAfter(
      head,
      Array.from({ length: turns }, (_, turn) => said(head + turn)),
    ),
    head,
  )
const sums = (database: Database) =>
  database.prepare('SELECT count(*) AS rows, count(DISTINCT seq) AS events FROM sample_events').get()

/** Nobody can tell them from facts that were made in one go. */
const expectWhole = (of: Pick<FactsOptions, 'facts' | 'schema'> = sample): void => {
  const verifying = { file: file.file, ...of, upcast: currentUpcast }
  expect(verifyFile(verifying).findings).toEqual([])
  expect(rebuildFacts(verifying).filter(({ same }) => !same)).toEqual([])
}

describe('facts that follow the log', () => {
  test('[REP-3] they come closer by so many events as are asked for, and end where the log does', async () => {
    await serve(0, 5)
    const facts = projector()
    expect(facts.reached(casa)).toEqual({ seq: 0, head: 10 })
    expect(facts.catchUp(casa, 4)).toEqual({ seq: 4, head: 10 })
    expect(facts.catchUp(casa, 100)).toEqual({ seq: 10, head: 10 })
    expect(facts.catchUp(casa, 100)).toEqual({ seq: 10, head: 10 })
    await serve(10, 1)
    expect(facts.catchUp(casa, 100)).toEqual({ seq: 12, head: 12 })
    expect(sums(facts.database)).toEqual({ rows: 12, events: 12 })
    expect(facts.catchUp(other, 100)).toEqual({ seq: 0, head: 0 })
    expectWhole()
  })

  test('[P-14] two that project into one file count no event twice', async () => {
    await serve(0, 5)
    const [one, two] = [projector(), projector()]
    one.catchUp(casa, 3)
    two.catchUp(casa, 3)
    one.catchUp(casa, 3)
    expect(two.catchUp(casa, 3)).toEqual({ seq: 10, head: 10 })
    expectWhole()
  })

  test('[P-1] [P-14] whatever becomes of the file between two steps, they end as if made in one go', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 7 }).map((events) => ({ do: 'project', events }) as const) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }).map((turns) => ({ do: 'serve', turns }) as const) },
      fc.constantFrom(
        { do: 'keep' } as const,
        { do: 'put back' } as const,
        { do: 'tear' } as const,
        { do: 'lose' } as const,
        { do: 'update' } as const,
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        file.remove()
        file = createSqliteFile()
        store = file.open()
        await store.log.create(casa, LogId.parse('log-casa'))
        const path = factsFileOf(file.file)
        const kept = `${path}.kept`
        let head = 0
        const closeAll = () => {
          for (const database of opened.splice(0)) database.close()
        }
        for (const one of steps) {
          switch (one.do) {
            case 'serve':
              await serve(head, one.turns)
              head += one.turns * 2
              break
            case 'project':
              // never closed in between: as after a kill, the next one finds what the last one left
              projector().catchUp(casa, one.events)
              break
            case 'keep':
              projector().catchUp(casa, 1)
              closeAll()
              copyFileSync(path, kept)
              break
            case 'put back':
              closeAll()
              if (existsSync(kept)) copyFileSync(kept, path)
              break
            case 'tear': {
              projector()
              closeAll()
              const bytes = readFileSync(path)
              writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length / 3)))
              break
            }
            case 'lose':
              closeAll()
              rmSync(path, { force: true })
              break
            default:
              projector({ facts: { ...sample.facts, version: 'another' } }).catchUp(casa, 2)
              closeAll()
          }
        }
        const last = projector()
        while (last.catchUp(casa, 50).seq < head);
        closeAll()
        expectWhole()
      }),
      { numRuns: 25 },
    )
  })

  test('[P-13] facts of a history that the log never had are made anew', async () => {
    await serve(0, 3)
    file.project()
    const yesterday = file
    file = createSqliteFile()
    store = file.open()
    await store.log.create(casa, LogId.parse('log-casa'))
    await store.log.append(casa, batchAfter(0, [said(7), said(8)]), 0)
    copyFileSync(factsFileOf(yesterday.file), factsFileOf(file.file))
    yesterday.remove()
    const stale = projector()
    expect(stale.reached(casa)).toEqual({ seq: 0, head: 4 })
    expect(stale.catchUp(casa, 100)).toEqual({ seq: 4, head: 4 })
    expectWhole()
  })

  test('[P-12] those of another projector, or written to other tables, are made anew', async () => {
    await serve(0, 3)
    projector().catchUp(casa, 100)
    const newer = projector({ facts: { ...sample.facts, version: 'newer' } })
    expect(newer.reached(casa)).toEqual({ seq: 0, head: 6 })
    const wider = projector({ schema: `${sample.schema} CREATE INDEX more ON sample_events (type);` })
    expect(wider.reached(casa).seq).toBe(0)
    wider.catchUp(casa, 100)
    expect(projector().reached(casa).seq).toBe(0)
  })

  test('[P-9] an event that the projector fails on is not passed over', async () => {
    await serve(0, 3)
    const failing = projector({
      facts: {
        ...sample.facts,
        project: (recorded) => {
          if (recorded.seq === 5) throw new Error('no')
          return sample.facts.project(recorded)
        },
      },
    })
    expect(failing.catchUp(casa, 4).seq).toBe(4)
    expect(() => failing.catchUp(casa, 4)).toThrow('no')
    expect(failing.reached(casa)).toEqual({ seq: 4, head: 6 })
  })
})

describe('reports over them', () => {
  const desk = () => createReportDesk({ file: file.file, facts, upcast: currentUpcast })
  const project = { kind: 'project', restaurantId: casa } as const

  test('[REP-9] in the background they are brought up some events at a time', async () => {
    await serve(0, 60)
    await serve(120, 60)
    const reports = desk()
    expect(reports.step(project)).toEqual({ kind: 'made', value: { seq: 100, head: 240 } })
    expect(reports.step(project)).toEqual({ kind: 'made', value: { seq: 200, head: 240 } })
    expect(reports.step(project)).toEqual({ kind: 'made', value: { seq: 240, head: 240 } })
    reports.close()
    expectWhole({ facts })
  })

  test('[P-14] a file torn while it is open is made anew by the next step', async () => {
    await serve(0, 60)
    const reports = desk()
    reports.step(project)
    const beside = new BetterSqlite3(factsFileOf(file.file))
    beside.pragma('wal_checkpoint(TRUNCATE)')
    beside.close()
    writeFileSync(factsFileOf(file.file), 'not a database any more, but long enough to be taken for the header of one')
    expect(reports.step(project)).toMatchObject({ kind: 'made', value: { head: 120 } })
    expect(reports.step(project)).toMatchObject({ kind: 'made' })
    reports.close()
    expectWhole({ facts })
  })
})
