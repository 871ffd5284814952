// Appends batches of rounds to the real log in a file, and tells each command's answer only after its commit, as the
// server does. With BATCHES it runs through so many by itself; without, each line on its input is one batch. With FILED it
// files every so many commands.
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { LogOutcomeUnknown, LogUnavailable } from '@comanda/db/log'
import { openSqliteStore } from '@comanda/db/sqlite/store'
import { batchAfter, clientId, roundSent } from '@comanda/db/testing/entries'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import { LogId, RestaurantId } from '@comanda/shared/model/ids'
import { seededRandom } from '../../harness/seeded-random.ts'

const { FILE = '', BATCHES = '0', FILED } = process.env
const restaurant = RestaurantId.parse('trattoria')
const tablet = clientId('tablet-1-storage-1')
const random = seededRandom('log-writer')

/** Lines for lives that this process must not survive. */
const outcomeUnknownExit = 70

const { log } = openSqliteStore({
  file: FILE,
  random: random.bytes,
  upcast: currentUpcast,
  ...(FILED === undefined ? {} : { filedTogether: Number(FILED) }),
})
const opened = (await log.load(restaurant)) ?? (await log.create(restaurant, LogId.parse('log-1')))
let head = opened.head
let { lastCseq } = await log.readClient(restaurant, tablet)

async function appendBatch(): Promise<void> {
  const said = Array.from({ length: 1 + (lastCseq % 3) }, (_, position) => {
    const cseq = lastCseq + 1 + position
    return {
      command: `command-${cseq}`,
      events: [roundSent(`order-${cseq % 5}`, `round-${cseq}`)],
      client: { clientId: tablet, cseq },
    }
  })
  const outcome = await log.append(restaurant, batchAfter(head, said), head)
  if (outcome.kind !== 'committed') throw new Error(`not committed: ${outcome.kind}`)
  head = outcome.head
  lastCseq += said.length
  writeSync(1, `${said.map(({ command }) => `answered ${command}`).join('\n')}\nbatch at ${head}\n`)
}

async function tryBatch(): Promise<void> {
  try {
    await appendBatch()
  } catch (error) {
    if (error instanceof LogUnavailable) {
      const events = await log.readAfter(restaurant, 0, 10_000)
      writeSync(1, `unavailable ${error.reason}, ${events.length} events readable\n`)
    } else if (error instanceof LogOutcomeUnknown) {
      writeSync(1, 'unknown\n')
      process.exit(outcomeUnknownExit)
    } else throw error
  }
}

writeSync(1, `ready at ${head}\n`)
for (let batch = 0; batch < Number(BATCHES); batch++) await tryBatch()
if (BATCHES === '0') for await (const _ of createInterface({ input: process.stdin })) await tryBatch()
