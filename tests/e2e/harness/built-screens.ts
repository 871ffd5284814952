// The screens under test are the built ones: `npm test` builds what is stale before; by hand, `npm run build -w <it>`. One
// that was built with other rules than the server has would only say that it is too old.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { domainHash } from '@comanda/shared/domain/domain-hash'

const workspaces = { waiter: 'waiter-ui', kitchen: 'kitchen-display', board: 'board' } as const
/** `trial` is the smallest screen with all of the shell around it; its tests build it themselves. */
export type App = keyof typeof workspaces | 'trial'

/** Without rules of its own. */
const onlyShows: App = 'board'
const found = new Set<App>()

export function mustBeBuilt(app: App): void {
  if (app === 'trial' || found.has(app)) return
  const built = fileURLToPath(new URL(`../../../${workspaces[app]}/dist/`, import.meta.url))
  const build = `npm run build -w ${workspaces[app]}`
  if (!existsSync(join(built, 'index.html'))) throw new Error(`${app} is not built: ${build}`)
  const assets = join(built, 'assets')
  const knowsTheRules = (name: string) =>
    name.endsWith('.js') && readFileSync(join(assets, name), 'utf8').includes(domainHash)
  if (app !== onlyShows && !readdirSync(assets).some(knowsTheRules))
    throw new Error(`${app} was built with other rules than the server has: ${build}`)
  found.add(app)
}
