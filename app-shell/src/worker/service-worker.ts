// Keeps one screen's own files, so that it opens with the server down. It touches nothing else: not /api, not the socket,
// not another screen. It never takes over by itself: a page asks for that when its person said yes.

import { cacheName, cachesToDrop, sourceOf } from './release.ts'

declare const __SCREEN__: string
declare const __RELEASE__: string
declare const __FILES__: readonly string[]

type Waiting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Waiting & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Told = Event & { readonly data: unknown }

type Worker = {
  readonly location: { readonly origin: string }
  addEventListener(kind: 'install' | 'activate', hear: (event: Waiting) => void): void
  addEventListener(kind: 'fetch', hear: (event: Fetching) => void): void
  addEventListener(kind: 'message', hear: (event: Told) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}

const worker = globalThis as unknown as Worker
const own = { screen: __SCREEN__, release: __RELEASE__ }
const page = `/${__SCREEN__}/index.html`

async function fill(): Promise<void> {
  const cache = await caches.open(cacheName(own))
  const wanted = __FILES__.map((file) => new Request(`/${__SCREEN__}/${file}`, { cache: 'no-cache' }))
  await Promise.all(
    wanted.map(async (request) => {
      // What has a hash in its name is the same as in the release before.
      const isHashed = request.url.includes('/assets/')
      const kept = isHashed ? await caches.match(request) : undefined
      const answer = kept ?? (await fetch(request))
      if (!answer.ok) throw new Error(`${request.url} answers ${answer.status}`)
      await cache.put(request, answer)
    }),
  )
}

/** Pages that are open keep the program they have; but from now on a newer worker waits for them. */
async function serve(): Promise<void> {
  for (const name of cachesToDrop(await caches.keys(), own)) await caches.delete(name)
  await worker.clients.claim()
}

async function answer(request: Request, source: 'page' | 'file'): Promise<Response> {
  const cache = await caches.open(cacheName(own))
  if (source === 'page') return (await cache.match(page)) ?? fetch(request)
  // A tab that still shows the release before asks for that one's files.
  return (await cache.match(request)) ?? (await caches.match(request)) ?? fetch(request)
}

worker.addEventListener('install', (event) => event.waitUntil(fill()))
worker.addEventListener('activate', (event) => event.waitUntil(serve()))
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request
  const source = sourceOf({ method, url, navigates: mode === 'navigate' }, worker.location.origin, __SCREEN__)
  if (source !== 'network') event.respondWith(answer(event.request, source))
})
