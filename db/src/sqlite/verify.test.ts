import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import {
  ApprovalId,
  CommandId,
  DeviceId,
  LogId,
  OrderId,
  type RestaurantId,
  SessionId,
  StaffId,
} from '@comanda/shared/model/ids'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Access } from '../access.ts'
import { batchAfter, clientId, noted, roundSent } from '../testing/entries.ts'
import { casa, other } from '../testing/restaurants.ts'
import { sample } from '../testing/sample-facts.ts'
import { createSqliteFile, type SqliteFile } from '../testing/sqlite-file.ts'
import { tamper } from '../testing/tamper.ts'
import { factsFileOf } from './facts/path.ts'
import { type VerifyOptions, verifyFile } from './verify.ts'

let whole: SqliteFile
let file: SqliteFile
let intruder: Database
let beside: Database

const verify = (more: Pick<VerifyOptions, 'anchor'> = {}) =>
  verifyFile({
    file: file.file,
    ...sample,
    upcast: currentUpcast,
    ...more,
  })

const named = () => verify().findings.map(({ table, row, says }) => `${table}: ${row} ${says}`)

const ana = StaffId.parse('ana')
const tablet = DeviceId.parse('tablet-1')

/** A row in each table about who may sign in, each changed once. */
const signIn = async (access: Access, restaurantId: RestaurantId) => {
  await access.setPinHash(restaurantId, ana, 'first')
  await access.setPinHash(restaurantId, ana, 'second')
  await access.setBadgeHash(restaurantId, ana, `badge of ${restaurantId}`)
  const device = {
    deviceId: tablet,
    name: 'Tablet',
    kind: 'tablet',
    stationIds: [],
    tokenHash: 't',
    pairedAt: 1,
  } as const
  await access.addDevice(restaurantId, device)
  await access.revokeDevice(restaurantId, tablet, 5)
  const pairing = { codeHash: 'c', claimHash: 'claim', name: 'Tablet', expiresAt: 9 }
  await access.addPairing(restaurantId, pairing)
  await access.savePairing(restaurantId, { ...pairing, collectedAt: 7 })
  const session = { sid: SessionId.parse('s1'), staffId: ana, deviceId: tablet, startedAt: 1 }
  await access.addSession(restaurantId, session)
  await access.endSession(restaurantId, session.sid, 4)
  await access.revokeSessionsOf(restaurantId, { staffId: ana }, 6)
  await access.saveTries(restaurantId, { key: 'ana', failed: 1, lastAt: 1 })
  await access.saveTries(restaurantId, { key: 'ana', failed: 2, lastAt: 2 })
  const approval = {
    id: ApprovalId.parse('yes'),
    commandId: CommandId.parse('c1'),
    covers: 'x',
    by: ana,
    expiresAt: 60,
  }
  await access.addApproval(restaurantId, approval)
  await access.useApproval(restaurantId, approval.id, approval, 50)
}

beforeAll(async () => {
  whole = createSqliteFile()
  const { log, access } = whole.open(undefined, { filedTogether: 0 })
  for (const restaurantId of [casa, other]) {
    await log.create(restaurantId, LogId.parse(`log-${restaurantId}`))
    const said = [1, 2, 3, 4].map((turn) => ({
      command: `c${turn}`,
      client: { clientId: clientId('tab'), cseq: turn },
      events: [roundSent('o1', `r${turn}`), noted('o1', `Mr Brown, visit ${turn}`)],
    }))
    await log.append(restaurantId, batchAfter(0, said), 0)
    await log.saveSnapshot(restaurantId, { seq: 4, domain: 'd', body: '{"state":4}' })
    await signIn(access, restaurantId)
  }
  await log.close()
  whole.project()
})
afterAll(() => whole.remove())

/** Each test edits a copy, over connections that know nothing of the program. */
beforeEach(() => {
  file = createSqliteFile()
  copyFileSync(whole.file, file.file)
  copyFileSync(factsFileOf(whole.file), factsFileOf(file.file))
  intruder = new BetterSqlite3(file.file)
  beside = new BetterSqlite3(factsFileOf(file.file))
  for (const database of [intruder, beside]) database.pragma('synchronous = OFF')
})
afterEach(() => {
  intruder.close()
  beside.close()
  file.remove()
})

describe('verify', () => {
  test('[P-14] a whole file has nothing to say, with its heads named', async () => {
    const { logs, findings } = verify()
    expect(findings).toEqual([])
    const opened = await file.open().log.load(casa)
    expect(logs).toHaveLength(2)
    expect(logs[0]).toEqual({ restaurantId: casa, logId: 'log-casa-lola', head: 8, chainHead: opened?.chainHead })
  })

  test('[P-14] erasing texts leaves the file whole', async () => {
    await file.open().log.eraseTexts(casa, { orderId: OrderId.parse('o1') })
    expect(verify().findings).toEqual([])
  })

  const at = `restaurant_id = '${casa}' AND`
  const oneByte: [table: string, edit: string, finding: RegExp][] = [
    [
      'events, its body',
      `UPDATE events SET body = replace(body, '1650', '1651') WHERE ${at} seq = 5`,
      /^events: seq 5 breaks/,
    ],
    ['events, its time', `UPDATE events SET at = at + 1 WHERE ${at} seq = 5`, /^events: seq 5 breaks/],
    ['events, its day', `UPDATE events SET business_date = '2026-01-03' WHERE ${at} seq = 5`, /^events: seq 5 breaks/],
    ['events, its version', `UPDATE events SET version = 2 WHERE ${at} seq = 5`, /^events: seq 5 breaks/],
    [
      'events, its hash',
      `UPDATE events SET hash = '0' || substr(hash, 2) WHERE ${at} seq = (SELECT max(seq) FROM events WHERE ${at} substr(hash, 1, 1) <> '0')`,
      /^events: seq \d breaks/,
    ],
    ['events, a row gone', `DELETE FROM events WHERE ${at} seq = 5`, /^events: seq 5 is missing/],
    [
      'results, its answer',
      `UPDATE results SET answer = replace(answer, 'true', 'tru3') WHERE ${at} last_seq = 4`,
      /^results: seq 4, command c2 is not/,
    ],
    [
      'results, who asked',
      `UPDATE results SET staff_id = 'anb' WHERE ${at} last_seq = 4`,
      /^results: seq 4, command c2 is not/,
    ],
    [
      'results, a row gone',
      `DELETE FROM results WHERE ${at} last_seq = 4`,
      /^events: seq 4 breaks the chain, or its answer is gone/,
    ],
    [
      'results, the last row gone',
      `DELETE FROM results WHERE ${at} last_seq = 8`,
      /^events: seq 8 breaks the chain, or its answer is gone/,
    ],
    [
      'order_events',
      `UPDATE order_events SET order_id = 'o2' WHERE ${at} seq = 3`,
      /^order_events: seq 3 names \(o2\)/,
    ],
    ['order_events, a row gone', `DELETE FROM order_events WHERE ${at} seq = 3`, /^order_events: seq 3 names \(\)/],
    [
      'filed_commands',
      `UPDATE filed_commands SET command_id = 'c9' WHERE ${at} seq = 4`,
      /^filed_commands: seq 4 has \(c9\) where the answer has \(c2\)/,
    ],
    ['filed_commands, a row gone', `DELETE FROM filed_commands WHERE ${at} seq = 4`, /^filed_commands: seq 4 has \(\)/],
    [
      'filed_commands, a row too many',
      `INSERT INTO filed_commands VALUES ('${casa}', 'c9', 3)`,
      /^filed_commands: seq 3 belongs to no answer/,
    ],
    [
      'filed_numbers',
      `UPDATE filed_numbers SET cseq = 7 WHERE ${at} seq = 4`,
      /^filed_numbers: seq 4 has \(tab 7\) where the answer has \(tab 2\)/,
    ],
    ['filed_numbers, a row gone', `DELETE FROM filed_numbers WHERE ${at} seq = 4`, /^filed_numbers: seq 4 has \(\)/],
    ['filed', `UPDATE filed SET seq = 9 WHERE ${at} 1`, /^filed: seq says 9, the log ends at 8/],
    [
      'texts',
      `UPDATE texts SET text = 'Mr Crown, visit 1' WHERE ${at} text = 'Mr Brown, visit 1'`,
      /^texts: seq 2, .* is not what was sealed/,
    ],
    [
      'texts, its salt gone',
      `UPDATE texts SET salt = NULL WHERE ${at} text = 'Mr Brown, visit 1'`,
      /^texts: seq 2, .* erased by half/,
    ],
    ['texts, a row gone', `DELETE FROM texts WHERE ${at} text = 'Mr Brown, visit 1'`, /^texts: seq 2, .* is missing/],
    ['heads, the head', `UPDATE heads SET head = 9 WHERE ${at} 1`, /^heads: head says 9/],
    ['heads, the chain', `UPDATE heads SET chain_head = 'f' || chain_head WHERE ${at} 1`, /^heads: chain_head/],
    ['heads, the life', `UPDATE heads SET log_id = 'log-casa-lolb' WHERE ${at} 1`, /^heads: log_id/],
    ['heads, the backup', `UPDATE heads SET backed_up_seq = 9 WHERE ${at} 1`, /^heads: backed_up_seq/],
    [
      'snapshots',
      `UPDATE snapshots SET body = '{"state":5}' WHERE ${at} seq = 4`,
      /^snapshots: seq 4 is not what was saved/,
    ],
    ['pins', `UPDATE pins SET hash = 'secone' WHERE ${at} 1`, /^pins: ana is not/],
    ['badges', `UPDATE badges SET hash = 'copied' WHERE ${at} 1`, /^badges: ana is not/],
    ['devices', `UPDATE devices SET kind = 'office' WHERE ${at} 1`, /^devices: tablet-1 is not/],
    ['devices, a revocation undone', `UPDATE devices SET revoked_at = NULL WHERE ${at} 1`, /^devices: tablet-1 is not/],
    ['pairings', `UPDATE pairings SET expires_at = 10 WHERE ${at} 1`, /^pairings: claim is not/],
    ['sessions', `UPDATE sessions SET revoked_at = NULL WHERE ${at} 1`, /^sessions: s1 is not/],
    ['tries', `UPDATE tries SET failed = 1 WHERE ${at} 1`, /^tries: ana is not/],
    ['approvals', `UPDATE approvals SET used_at = NULL WHERE ${at} 1`, /^approvals: yes is not/],
    ['migrations', `UPDATE migrations SET checksum = 'f' || checksum WHERE number = 1`, /^migrations: altered/],
  ]
  test.each(oneByte)('[P-14] one change in %s is named', (_, edit, finding) => {
    tamper(intruder, edit)
    const findings = named()
    expect(findings[0]).toMatch(finding)
    expect(verify().findings.every(({ restaurantId }) => restaurantId !== other)).toBe(true)
  })

  const aFact: [what: string, edit: string, finding: RegExp][] = [
    [
      'a cell',
      `UPDATE sample_lines SET amount = 1651 WHERE ${at} seq = 3 AND position = 2`,
      /^sample_lines: seq 3, position 2 differs/,
    ],
    [
      'a row gone',
      `DELETE FROM sample_lines WHERE ${at} seq = 3 AND position = 5`,
      /^sample_lines: seq 3, position 5 differs/,
    ],
    [
      'a row too many',
      `INSERT INTO sample_events VALUES ('${casa}', 99, 0, 'a', 'b')`,
      /^sample_events: seq 99, position 0 belongs to no event/,
    ],
    ['a table', 'DROP TABLE sample_lines', /^sqlite_schema of the facts: table sample_lines is missing/],
    ['a trigger', 'DROP TRIGGER sample_lines_keep_delete', /^sqlite_schema of the facts: trigger \w+ is missing/],
  ]
  test.each(aFact)('[P-14] one change in the facts, %s, is named', (_, edit, finding) => {
    if (edit.startsWith('DROP')) beside.exec(edit)
    else tamper(beside, edit)
    expect(named()[0]).toMatch(finding)
  })

  test('[P-14] facts that are behind, of another program or not there have nothing to say; torn ones have', async () => {
    const { log } = file.open()
    await log.append(casa, batchAfter(8, [{ command: 'c9', events: [noted('o1', 'late')] }]), 8)
    expect(verify().findings).toEqual([])
    beside.exec("UPDATE made SET by = 'an older program'")
    expect(verify().findings).toEqual([])
    beside.close()
    const bytes = readFileSync(factsFileOf(file.file))
    writeFileSync(factsFileOf(file.file), bytes.subarray(0, bytes.length / 2))
    expect(named()[0]).toMatch(/^the facts' file: its pages/)
    rmSync(factsFileOf(file.file))
    expect(verify().findings).toEqual([])
  })

  test('[P-14] a byte changed in the pages of the file itself is named', async () => {
    const bytes = readFileSync(file.file)
    const place = bytes.indexOf('"unitPrice":1650', bytes.length / 2)
    expect(place).toBeGreaterThan(0)
    bytes.write('"unitPrice":1649', place)
    writeFileSync(file.file, bytes)
    expect(named()[0]).toMatch(/^events: seq \d breaks the chain/)
  })

  test('[P-14] a trigger that was taken away is named', () => {
    intruder.exec('DROP TRIGGER events_keep_update')
    expect(named()).toEqual(['sqlite_schema: trigger events_keep_update is missing'])
  })

  test('[P-14] a history forged whole, hashes and all, is found by its anchor', async () => {
    const honest = intruder.prepare<[], string>(`SELECT hash FROM events WHERE ${at} seq = 6`).pluck().get() ?? ''
    const anchor = { restaurantId: casa, seq: 6, hash: honest }
    expect(verify({ anchor }).findings).toEqual([])
    const forged = createSqliteFile()
    try {
      const { log } = forged.open()
      await log.create(casa, LogId.parse('log-casa-lola'))
      const said = [1, 2, 3, 4].map((turn) => ({
        command: `c${turn}`,
        events: [roundSent('o1', `r${turn}`, 5), noted('o1', 'x')],
      }))
      await log.append(casa, batchAfter(0, said), 0)
      const check = (more: Pick<VerifyOptions, 'anchor'>) =>
        verifyFile({
          file: forged.file,
          ...sample,
          upcast: currentUpcast,
          ...more,
        })
      expect(check({}).findings).toEqual([])
      expect(check({ anchor }).findings[0]).toMatchObject({ table: 'events', row: 'seq 6' })
      expect(check({ anchor: { ...anchor, seq: 60 } }).findings[0]?.says).toMatch(/does not reach it/)
      expect(check({ anchor: { ...anchor, restaurantId: other } }).findings[0]?.says).toMatch(/has no log here/)
    } finally {
      forged.remove()
    }
  })
})

describe('append-only', () => {
  const forbidden: [what: string, edit: string][] = [
    ['an event changed', "UPDATE events SET body = '{}' WHERE seq = 1"],
    ['an event removed', 'DELETE FROM events WHERE seq = 1'],
    ['an answer changed', "UPDATE results SET answer = '{}'"],
    ['an answer removed', 'DELETE FROM results'],
    ["an order's index changed", "UPDATE order_events SET order_id = 'x'"],
    ["an order's index removed", 'DELETE FROM order_events'],
    ['what finds a command changed', "UPDATE filed_commands SET command_id = 'x'"],
    ['what finds a command removed', 'DELETE FROM filed_commands'],
    ['what finds a number changed', 'UPDATE filed_numbers SET cseq = 9'],
    ['what finds a number removed', 'DELETE FROM filed_numbers'],
    ['filing set back', 'UPDATE filed SET seq = seq - 1'],
    ['a text changed', "UPDATE texts SET text = 'other'"],
    ['a text removed', 'DELETE FROM texts'],
    ['a head set back', 'UPDATE heads SET head = head - 1'],
    ['a log removed', 'DELETE FROM heads'],
  ]
  test.each(forbidden)('[P-14] the file refuses %s', (_, edit) => {
    expect(() => intruder.exec(edit)).toThrow(/append-only|only be erased|only goes forward|never removed/)
    expect(verify().findings).toEqual([])
  })

  test.each(['UPDATE sample_lines SET amount = 0', 'DELETE FROM sample_lines'])(
    '[P-14] so do the facts: %s',
    (edit) => {
      expect(() => beside.exec(edit)).toThrow(/append-only/)
      expect(verify().findings).toEqual([])
    },
  )
})
