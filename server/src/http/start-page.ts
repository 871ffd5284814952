// The plain page at the address itself: which screens there are, and how the server is. No script at all.

import type { FastifyInstance } from 'fastify'
import { type HealthParts, readiness } from './health.ts'

const style = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; margin: 0 }
dt { font-weight: 600 }
.ok::before { content: "\\2713\\00a0" }
.not::before { content: "\\2715\\00a0" }
li { margin: .4rem 0 }`

const screens = [
  ['/waiter', "The waiter's tablet", 'Take orders at the table.'],
  ['/kitchen', 'The kitchen screen', "A station's tickets, or the pass."],
  ['/front', 'The front terminal', 'The floor, ready dishes, calls and bills.'],
  ['/office', 'The office', 'Reports, the menu, the floor plan, the staff.'],
] as const

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')

type Screen = { readonly path: string; readonly title: string; readonly about: string; readonly built: boolean }

function page(name: string, ready: boolean, head: number, sockets: number, listed: readonly Screen[]): string {
  const items = listed.map(({ path, title, about, built }) => {
    const heading = built ? `<a href="${path}/">${escapeHtml(title)}</a>` : escapeHtml(title)
    return `<li>${heading}: ${escapeHtml(about)}${built ? '' : ' Not built yet.'}</li>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="10">
<title>${escapeHtml(name)} · Comanda</title>
<link rel="stylesheet" href="/start.css">
</head>
<body>
<h1>${escapeHtml(name)}</h1>
<p>Comanda, the order system of this restaurant.</p>
<h2>Screens</h2>
<ul>
${items.join('\n')}
</ul>
<h2>The server</h2>
<dl>
<dt>Orders can be saved</dt><dd class="${ready ? 'ok' : 'not'}">${ready ? 'yes' : 'no, they wait on the devices'}</dd>
<dt>Events in the log</dt><dd>${head}</dd>
<dt>Devices connected</dt><dd>${sockets}</dd>
</dl>
</body>
</html>
`
}

export type StartPageParts = HealthParts & {
  readonly sockets: () => number
  /** Paths of the screens that are built. */
  readonly built: ReadonlySet<string>
}

export function startPage(app: FastifyInstance, parts: StartPageParts): void {
  app.get('/start.css', async (_, reply) =>
    reply.header('cache-control', 'max-age=3600').type('text/css; charset=utf-8').send(style),
  )
  app.get('/', async (_, reply) => {
    const { ready, head } = await readiness(parts)
    const listed = screens.map(([path, title, about]) => ({ path, title, about, built: parts.built.has(path) }))
    const { name } = parts.restaurant.state().catalog.settings
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page(name, ready, head, parts.sockets(), listed))
  })
}
