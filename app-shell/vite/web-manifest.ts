// What a tablet needs to put the screen on its home screen and open it without a browser around it.

import type { Plugin } from 'vite'

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" rx="14" fill="#0B57D0"/>
<path d="M14 42h36M18 42a14 14 0 0 1 28 0M32 28v-6M27 22h10" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round"/>
</svg>
`

export function webManifest({ name, title }: { name: string; title: string }): Plugin {
  const manifest = {
    name: `${title} · Comanda`,
    short_name: title,
    start_url: `/${name}/`,
    scope: `/${name}/`,
    display: 'standalone',
    background_color: '#F3F5F8',
    theme_color: '#F3F5F8',
    icons: [{ src: `/${name}/icon.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  }
  return {
    name: 'web-manifest',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'icon.svg', source: icon })
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: JSON.stringify(manifest) })
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'link', attrs: { rel: 'icon', href: `/${name}/icon.svg`, type: 'image/svg+xml' }, injectTo: 'head' },
        { tag: 'link', attrs: { rel: 'manifest', href: `/${name}/manifest.webmanifest` }, injectTo: 'head' },
      ],
    },
  }
}
