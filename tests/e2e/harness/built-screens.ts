// The screens under test are the built ones: `npm test` builds what is stale before; by hand, `npm run build -w <it>`.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const workspaces = { waiter: 'waiter-ui', kitchen: 'kitchen-display', board: 'board' } as const
/** `trial` is the smallest screen with all of the shell around it; its tests build it themselves. */
export type App = keyof typeof workspaces | 'trial'

export function mustBeBuilt(app: App): void {
  if (app === 'trial') return
  const page = fileURLToPath(new URL(`../../../${workspaces[app]}/dist/index.html`, import.meta.url))
  if (!existsSync(page)) throw new Error(`${app} is not built: npm run build -w ${workspaces[app]}`)
}
