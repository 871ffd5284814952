// Screens are the workspaces with a vite.config.ts and a `build` script. Each is built when its dist folder is
// missing or older than anything it is made of.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { root } from './root.mjs'

/** Workspaces without a screen of their own that every screen is built from. */
const ingredients = ['shared', 'sync-client', 'ui-kit', 'app-shell']

export function buildScreens(node) {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const screen of workspaces.filter(isScreen)) {
    const built = join(root, screen, 'dist', 'index.html')
    const reason = whyBuild(screen, built)
    if (!reason) continue
    console.log(`Building ${screen} (${reason}) ...`)
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
    const result = spawnSync('npm', ['run', '--silent', 'build', '-w', screen], { cwd: root, stdio: 'inherit', env })
    if (result.status !== 0) throw new Error(`${screen} could not be built: see the lines above.`)
  }
}

function isScreen(workspace) {
  if (!existsSync(join(root, workspace, 'vite.config.ts'))) return false
  const { scripts } = JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8'))
  return Boolean(scripts?.build)
}

function whyBuild(screen, built) {
  if (!existsSync(built)) return 'first run'
  const builtAt = statSync(built).mtimeMs
  const sources = [screen, ...ingredients.filter((name) => existsSync(join(root, name)))]
  return sources.some((workspace) => newestIn(join(root, workspace)) > builtAt) ? 'it changed' : undefined
}

function newestIn(folder) {
  let newest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist') continue
    const path = join(folder, entry.name)
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs)
  }
  return newest
}
