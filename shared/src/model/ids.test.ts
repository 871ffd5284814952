import { expect, test } from 'vitest'
import { ItemId, TableId } from './ids.ts'

test('[P-17] an id is no name under which every object holds something', () => {
  for (const name of Object.getOwnPropertyNames(Object.prototype))
    expect(TableId.safeParse(name).success, name).toBe(false)
  for (const name of ['t1', 'constructor-salad', 'to-string', '__proto', 'a'.repeat(48)]) {
    expect(ItemId.safeParse(name).success, name).toBe(true)
  }
})
