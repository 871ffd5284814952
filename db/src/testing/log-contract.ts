// What every adapter of the log must do, told once. An adapter's test gives a way to open it and gets the whole suite.
import { afterEach, beforeEach, describe } from 'vitest'
import { batchAfter } from './entries.ts'
import { describeAppend } from './log-contract-append.ts'
import { describeBeside } from './log-contract-beside.ts'
import { describeExactlyOnce } from './log-contract-once.ts'
import { describeReads } from './log-contract-reads.ts'
import { type LogRig, type LogSubject, life } from './log-subject.ts'
import { casa } from './restaurants.ts'

export const registerLogContract = (adapter: string, createRig: () => Promise<LogRig>): void => {
  describe(`log port: ${adapter}`, () => {
    // Filled before each test; a test that ran without it would fail on its first word.
    const on = {} as LogSubject
    beforeEach(async () => {
      on.rig = await createRig()
      on.log = await on.rig.open()
      on.append = async (said, head) => {
        const batch = batchAfter(head, said)
        return { batch, outcome: await on.log.append(casa, batch, head) }
      }
      await on.log.create(casa, life)
    })
    afterEach(async () => {
      await on.log.close()
      await on.rig.remove()
    })

    describeAppend(on)
    describeExactlyOnce(on)
    describeReads(on)
    describeBeside(on)
  })
}
