// Names the rules of this checkout: a hash over the sources that decide and file. Tests, fixtures and the file that
// holds the hash stand aside.
import { createHash } from 'node:crypto'
import { readText, root, sourceFiles } from './files.ts'

export const hashFile = 'shared/src/domain/domain-hash.ts'

const isRule = (path: string): boolean =>
  path !== hashFile && !path.endsWith('.test.ts') && !/\/(testing|fixtures)\//.test(path)

export function hashOfRules(base = root): string {
  const hash = createHash('sha256')
  for (const folder of ['shared/src/domain', 'shared/src/model']) {
    for (const path of sourceFiles(folder, base).filter(isRule)) hash.update(`${path}\n${readText(path, base)}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

const written = /domainHash = '([^']*)'/

/** A stale name would let a snapshot that other rules made be believed, and a device of other rules predict. */
export function checkDomainHash(base = root): string[] {
  const hash = hashOfRules(base)
  if (written.exec(readText(hashFile, base))?.[1] === hash) return []
  return [`${hashFile} names other rules than these (${hash}): run npm run domain-hash`]
}

export const withHash = (source: string, hash: string): string => source.replace(written, `domainHash = '${hash}'`)
