import { registerAccessContract } from '../testing/access-contract.ts'
import { createMemoryAccess } from './access.ts'

registerAccessContract('memory', async () => {
  const access = createMemoryAccess()
  return { access, reopen: async () => access, remove: async () => {} }
})
