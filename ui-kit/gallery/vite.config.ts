// The gallery is a page for those who build screens; it is no screen itself and is served by nobody.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    target: 'es2024',
    outDir: '../dist/gallery',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The parts by themselves, so that their weight can be seen.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'preact', test: /node_modules/ },
            { name: 'icons', test: /ui-kit\/src\/icons/ },
            { name: 'parts', test: /ui-kit\/src/ },
          ],
        },
      },
    },
  },
})
