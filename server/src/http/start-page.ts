// The plain page at the address itself: which screens there are, and how the server is. No script at all.

import type { Clock } from '@comanda/shared/ports/time'
import type { FastifyInstance } from 'fastify'
import { type HealthParts, readiness } from './health.ts'

const style = `:root {
  color-scheme: light dark;
  --bg: #f3f5f8; --surface: #fff; --text: #12161c; --muted: #46505e; --line: #737e8d; --primary: #0b57d0;
  --ok: #0b6b33; --late: #b3121d;
  font: 1.0625rem/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #0d1015; --surface: #181d24; --text: #f3f6fa; --muted: #b4becc; --line: #7c899a; --primary: #8db9ff;
    --ok: #54d688; --late: #ff7a73;
  }
}
body { margin: 0; padding: 2.5rem 1rem 4rem; background: var(--bg); color: var(--text) }
main { max-width: 44rem; margin: 0 auto }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 }
h2 { font-size: 1.0625rem; margin: 2.5rem 0 .75rem }
p { margin: .25rem 0 0; color: var(--muted) }
ul, dl { margin: 0; padding: 0; list-style: none; background: var(--surface); border-radius: .5rem }
li, dl > div { display: flex; gap: 1rem; justify-content: space-between; padding: .75rem 1rem }
li + li, dl > div + div { border-top: 1px solid var(--bg) }
li > span:first-child, dt { font-weight: 600 }
li > span:last-child { color: var(--muted); text-align: right }
dd { margin: 0 }
@media (max-width: 30rem) {
  li { flex-direction: column; gap: 0 }
  li > span:last-child { text-align: left }
}
a { color: var(--primary) }
p a { display: inline-block; padding: .75rem 0 }
a:focus-visible { outline: 3px solid var(--primary); outline-offset: 2px }
.ok, .not { font-weight: 600 }
.ok { color: var(--ok) }
.not { color: var(--late) }
.ok::before { content: "\\2713\\00a0" }
.not::before { content: "\\2715\\00a0" }`

const screens = [
  ['/waiter', "The waiter's tablet", 'Take orders at the table.'],
  ['/kitchen', 'The kitchen screen', "A station's tickets, or the pass."],
  ['/front', 'The front terminal', 'The floor, ready dishes, calls and bills.'],
  ['/office', 'The office', 'Reports, the menu, the floor plan, the staff.'],
  ['/board', 'The board for guests', 'Which takeaway numbers are ready.'],
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

type Seen = {
  readonly name: string
  readonly ready: boolean
  readonly head: number
  readonly sockets: number
  /** The wall clock of the restaurant, for "as of". */
  readonly time: string
}

function row(what: string, value: string | number, mark = ''): string {
  return `<div><dt>${what}</dt><dd${mark === '' ? '' : ` class="${mark}"`}>${value}</dd></div>`
}

function page({ name, ready, head, sockets, time }: Seen, listed: readonly Screen[]): string {
  const items = listed.map(({ path, title, about, built }) => {
    const heading = built ? `<a href="${path}/">${escapeHtml(title)}</a>` : escapeHtml(title)
    return `<li><span>${heading}</span><span>${escapeHtml(about)}${built ? '' : ' Not built yet.'}</span></li>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)} · Comanda</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/start.css">
</head>
<body>
<main>
<h1>${escapeHtml(name)}</h1>
<p>Comanda, the order system of this restaurant.</p>
<h2>Screens</h2>
<ul>
${items.join('\n')}
</ul>
<h2>The server at ${time}</h2>
<dl>
${row('Orders can be saved', ready ? 'yes' : 'no, they wait on the devices', ready ? 'ok' : 'not')}
${row('Events in the log', head)}
${row('Devices connected', sockets)}
</dl>
<p><a href="/">Look again</a></p>
</main>
</body>
</html>
`
}

export type StartPageParts = HealthParts & {
  readonly clock: Clock
  readonly sockets: () => number
  /** The screens that are built, by their path. */
  readonly built: ReadonlyMap<string, string>
}

export function startPage(app: FastifyInstance, parts: StartPageParts): void {
  app.get('/start.css', async (_, reply) =>
    reply.header('cache-control', 'max-age=3600').type('text/css; charset=utf-8').send(style),
  )
  app.get('/', async (_, reply) => {
    const { ready, head } = await readiness(parts)
    const listed = screens.map(([path, title, about]) => ({ path, title, about, built: parts.built.has(path) }))
    const { name, zone } = parts.restaurant.state().catalog.settings
    const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: zone }).format(parts.clock.now())
    const seen = { name, ready, head, sockets: parts.sockets(), time }
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page(seen, listed))
  })
}
