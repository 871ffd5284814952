import { registerLogContract } from '../testing/log-contract.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { createSqliteFile } from '../testing/sqlite-file.ts'

registerLogContract('SQLite', async () => {
  const file = createSqliteFile()
  let opened = 0
  return {
    open: async () => {
      opened += 1
      return file.open(seededRandom(opened)).log
    },
    // The connection stays open, as it is, until the file is removed: nothing is checkpointed or cleaned up.
    kill: async () => {},
    remove: async () => file.remove(),
  }
})
