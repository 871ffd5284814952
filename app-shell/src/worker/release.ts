// Which requests the service worker answers and from where. Pure: the worker around it only fetches and stores.

export type Release = {
  /** The screen's path without slashes. */
  readonly screen: string
  readonly release: string
  /** Paths below the screen's own. */
  readonly files: readonly string[]
}

export type Asked = { readonly method: string; readonly url: string; readonly navigates: boolean }

/** `page`: the screen itself; `file`: one of its files, of this release or the one before; `network`: not ours to touch. */
export type Source = 'page' | 'file' | 'network'

export const cacheName = ({ screen, release }: Pick<Release, 'screen' | 'release'>): string =>
  `comanda-${screen}-${release}`

export function sourceOf(asked: Asked, origin: string, screen: string): Source {
  const url = new URL(asked.url)
  const own = `/${screen}/`
  if (asked.method !== 'GET' || url.origin !== origin || !url.pathname.startsWith(own)) return 'network'
  if (asked.navigates) return 'page'
  // The worker's own file is always the server's: it is how an update is noticed.
  return url.pathname === `${own}sw.js` ? 'network' : 'file'
}

/** Caches of this screen to drop once `current` serves: all but it and the newest of those before. Oldest first in. */
export function cachesToDrop(
  names: readonly string[],
  { screen, release }: Pick<Release, 'screen' | 'release'>,
): string[] {
  const current = cacheName({ screen, release })
  const before = names.filter((name) => name.startsWith(`comanda-${screen}-`) && name !== current)
  return before.slice(0, -1)
}
