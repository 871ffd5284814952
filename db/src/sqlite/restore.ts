// A backup becomes a live file: proven whole first, then given a new logId, by which every device sees that time went back.
import { chmodSync, constants, copyFileSync, existsSync, rmSync } from 'node:fs'
import type { LogId, RestaurantId } from '@comanda/shared/model/ids'
import { lifeDigest } from '../chain.ts'
import { putInPlace } from './files.ts'
import type { Migration } from './migrations.ts'
import { openDatabase } from './open.ts'
import { type FileFinding, type VerifyOptions, verifyFile } from './verify.ts'

export type RestoreOptions = Omit<VerifyOptions, 'file' | 'anchor'> & {
  backup: string
  file: string
  nextLogId: () => LogId
  migrations?: readonly Migration[]
}

export type RestoredLog = { restaurantId: RestaurantId; logId: LogId; head: number }

export class BackupDamaged extends Error {
  readonly findings: readonly FileFinding[]
  constructor(findings: readonly FileFinding[]) {
    const first = findings[0]
    super(`this backup is not whole: ${first === undefined ? '' : `${first.table}, ${first.row} ${first.says}`}`)
    this.name = 'BackupDamaged'
    this.findings = findings
  }
}

const ownerOnly = 0o600

const giveNewLife = `UPDATE heads SET log_id = ?, life_digest = ?, backed_up_seq = head WHERE restaurant_id = ?`

export const restore = ({ backup, file, nextLogId, ...verifying }: RestoreOptions): readonly RestoredLog[] => {
  // SQLite would read what is left of the old file's journal into the restored one.
  const inTheWay = ['', '-wal', '-shm'].map((rest) => `${file}${rest}`).find((path) => existsSync(path))
  if (inTheWay !== undefined) {
    throw new Error(`${inTheWay} exists: move it away with the live file first, a restore never overwrites one`)
  }
  const unfinished = `${file}.part`
  for (const path of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`]) rmSync(path, { force: true })
  try {
    copyFileSync(backup, unfinished, constants.COPYFILE_EXCL)
    chmodSync(unfinished, ownerOnly)
    const opening = {
      file: unfinished,
      ...(verifying.migrations === undefined ? {} : { migrations: verifying.migrations }),
    }
    openDatabase(opening).close()
    const { logs, findings } = verifyFile({ ...verifying, file: unfinished })
    if (findings.length > 0) throw new BackupDamaged(findings)
    const database = openDatabase(opening)
    const restored = logs.map(({ restaurantId, head }) => ({ restaurantId, head, logId: nextLogId() }))
    try {
      const give = database.prepare<[logId: string, lifeDigest: string, restaurantId: string]>(giveNewLife)
      database.transaction(() => {
        for (const { restaurantId, logId } of restored) give.run(logId, lifeDigest(restaurantId, logId), restaurantId)
      })()
    } finally {
      database.close()
    }
    putInPlace(unfinished, file)
    return restored
  } finally {
    for (const path of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`]) rmSync(path, { force: true })
  }
}
