// `npm run domain-hash`: writes which rules these are, after they changed.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashFile, hashOfRules, withHash } from './source/domain-hash.ts'
import { readText, root } from './source/files.ts'

const hash = hashOfRules()
writeFileSync(join(root, hashFile), withHash(readText(hashFile), hash))
console.log(`The rules are ${hash}.`)
