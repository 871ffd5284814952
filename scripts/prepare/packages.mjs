// node_modules holds what package-lock.json names, whoever installed it: npm's own record of the last install is
// compared with the lock file, so a finished `npm ci` is never repeated and a changed lock file is never missed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

export function installPackages() {
  const reason = whyInstall()
  if (!reason) return
  console.log(`Installing packages (${reason}) ...`)
  const result = spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (result.error) throw new Error(`npm could not be started: ${result.error.message}`)
  if (result.status !== 0) throw new Error('npm ci did not succeed: see the lines above.')
}

function whyInstall() {
  const wanted = packagesIn('package-lock.json')
  if (!wanted) throw new Error('package-lock.json is missing or cannot be read: this is not a complete copy.')
  const installed = packagesIn('node_modules/.package-lock.json')
  if (!installed) return 'first run'
  return Object.keys(wanted).some((path) => isStale(path, wanted[path], installed[path])) ? 'they changed' : undefined
}

/** Optional packages belong to other machines when they are absent; the rest must be there in the locked version. */
function isStale(path, wanted, installed) {
  if (path === '' || !path.includes('node_modules/')) return false
  if (!installed) return !wanted.optional && !wanted.devOptional
  return installed.version !== wanted.version || installed.integrity !== wanted.integrity
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}
