// The waiter's program as the server serves it at /waiter/: hashed files beside one page.
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/waiter/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2024', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
})
