// A process of its own that appends until the disk answers with an error, tries once more, and says what it met.
// Started by failures.test.ts under a limit on file size, which makes the kernel refuse a write in the middle of a commit.
import { statSync } from 'node:fs'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import type { Log } from '../log.ts'
import { openSqliteStore } from '../sqlite/store.ts'
import { batchAfter, roundSent } from './entries.ts'
import { casa } from './restaurants.ts'
import { seededRandom } from './seeded-random.ts'

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error))
const causeOf = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : ''

const appendAt = (log: Log, head: number) =>
  log.append(casa, batchAfter(head, [{ command: `c${head}`, events: [roundSent(`o${head}`, `r${head}`)] }]), head)

const [file = ''] = process.argv.slice(2)
const { log } = openSqliteStore({
  file,
  random: seededRandom(1),
  upcast: currentUpcast,
})

let head = (await log.load(casa))?.head ?? 0
let cause = ''
const met: string[] = []
while (met.length === 0) {
  try {
    await appendAt(log, head)
    head += 1
  } catch (error) {
    met.push(nameOf(error))
    cause = causeOf(error)
  }
  // A turn of the event loop, as a server has between two batches.
  await new Promise((resolve) => setImmediate(resolve))
}
for (const verb of [() => appendAt(log, head), () => log.readAfter(casa, 0, 1), () => log.probe()]) {
  await verb().catch((error: unknown) => met.push(nameOf(error)))
}
process.stdout.write(JSON.stringify({ acknowledged: head, met, cause, walBytes: statSync(`${file}-wal`).size }))
