// Builds the trial screen as every screen is built, into a folder of the test's own.
import { fileURLToPath } from 'node:url'
import { screenConfig } from '@comanda/app-shell/vite/screen-config'
import { build } from 'vite'

const root = fileURLToPath(new URL('../trial/', import.meta.url))

/** Another word is another release of it. */
export async function buildTrial(outDir: string, word = 'first'): Promise<void> {
  const config = screenConfig({ name: 'trial', title: 'Trial', budget: 60 })
  await build({
    ...config,
    root,
    configFile: false,
    logLevel: 'warn',
    define: { __WORD__: JSON.stringify(word) },
    build: { ...config.build, outDir },
  })
}
