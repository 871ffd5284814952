import { currentUpcast } from '@comanda/shared/domain/upcast'
import { registerLogContract } from '../testing/log-contract.ts'
import { sampleFacts } from '../testing/sample-facts.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { createMemoryDisk } from './disk.ts'
import { type MemoryLog, openMemoryLog } from './log.ts'

registerLogContract('memory', async () => {
  const disk = createMemoryDisk()
  const logs = new Map<unknown, MemoryLog>()
  let opened = 0
  return {
    open: async () => {
      opened += 1
      const log = openMemoryLog({
        disk,
        project: sampleFacts.project,
        random: seededRandom(opened),
        upcast: currentUpcast,
      })
      logs.set(log, log)
      return log
    },
    kill: async (log) => logs.get(log)?.crash(),
    remove: async () => {},
  }
})
