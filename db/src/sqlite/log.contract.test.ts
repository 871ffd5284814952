import { registerLogContract } from '../testing/log-contract.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { createSqliteFile } from '../testing/sqlite-file.ts'

/** Filed at once, or as late as by itself: nobody outside may see which. */
const ways: readonly (readonly [name: string, filing: { filedTogether?: number }])[] = [
  ['SQLite', {}],
  ['SQLite, filing at every commit', { filedTogether: 0 }],
]

for (const [name, filing] of ways) {
  registerLogContract(name, async () => {
    const file = createSqliteFile()
    let opened = 0
    return {
      open: async () => {
        opened += 1
        return file.open(seededRandom(opened), filing).log
      },
      // The connection stays open, as it is, until the file is removed: nothing is checkpointed or cleaned up.
      kill: async () => {},
      remove: async () => file.remove(),
    }
  })
}
