// The browser that the journeys drive: the machine's own Chromium, put there by the distribution when it may be.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

export function findBrowser(env: NodeJS.ProcessEnv): string | undefined {
  if (env.COMANDA_CHROMIUM) return env.COMANDA_CHROMIUM
  const folders = (env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

/** On Debian as root it installs itself; elsewhere a line says what to do, and the journeys are skipped. */
export function browserOrInstall(env: NodeJS.ProcessEnv): string | undefined {
  const found = findBrowser(env)
  if (found) return found
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    console.log('No Chromium: install it (on Debian: apt-get install chromium) or set COMANDA_CHROMIUM to its path.')
    return undefined
  }
  console.log('Installing Chromium with apt-get, once ...')
  const quietly = { ...env, DEBIAN_FRONTEND: 'noninteractive' }
  const steps = [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']]
  for (const step of steps) {
    const result = spawnSync('apt-get', ['-qq', ...step], { stdio: ['ignore', 'ignore', 'pipe'], env: quietly })
    if (result.status !== 0)
      console.log(`apt-get ${step[0]} did not succeed: ${result.stderr?.toString().trim() ?? result.error}`)
  }
  return findBrowser(env)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
