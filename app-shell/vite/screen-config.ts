// How every screen is built: its own path, nothing inline, hashed files, a service worker that holds them all, and a
// budget that the build prints and keeps.

import type { UserConfig } from 'vite'
import { bundleBudget } from './bundle-budget.ts'
import { precompressed } from './precompressed.ts'
import { serviceWorkerFile } from './service-worker-file.ts'
import { webManifest } from './web-manifest.ts'

export type ScreenBuild = {
  /** The path that the server gives it, without slashes: `waiter`. */
  readonly name: string
  /** What a home screen calls it. */
  readonly title: string
  /** Gzipped JavaScript of the first load, in kB. */
  readonly budget: number
}

export const screenConfig = ({ name, title, budget }: ScreenBuild): UserConfig => ({
  base: `/${name}/`,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2024',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // One page, one stylesheet; parts that are loaded later come from the service worker and need no helper.
    cssCodeSplit: false,
    modulePreload: false,
    sourcemap: false,
    reportCompressedSize: false,
  },
  plugins: [webManifest({ name, title }), serviceWorkerFile(name), bundleBudget({ name, budget }), precompressed()],
})
