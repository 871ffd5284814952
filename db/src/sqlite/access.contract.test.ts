import { registerAccessContract } from '../testing/access-contract.ts'
import { createSqliteFile } from '../testing/sqlite-file.ts'

registerAccessContract('SQLite', async () => {
  const file = createSqliteFile()
  return {
    access: file.open().access,
    reopen: async () => file.open().access,
    remove: async () => file.remove(),
  }
})
