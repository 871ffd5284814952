// The page that a screen runs in: its address, its storage, its visibility, its ticking.

import type { Cancel, Millis } from '@comanda/shared/ports/time'

export const socketUrl = (screen: string): string => {
  const { protocol, host } = globalThis.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws?as=${screen}`
}

/** Where a manager's device lets this one in, when it reads the code with its camera. */
export const approvalAddress = (code: string, kind: string): string =>
  `${globalThis.location.origin}/waiter/?pair=${code}&kind=${kind}`

/** What such an address asks for. */
export function pairingWish(): { code: string; kind: string | null } | undefined {
  const asked = new URLSearchParams(globalThis.location.search)
  const code = asked.get('pair')
  return code === null ? undefined : { code, kind: asked.get('kind') }
}

export const forgetPairingWish = (): void => {
  const { pathname, hash } = globalThis.location
  globalThis.history.replaceState(globalThis.history.state, '', `${pathname}${hash}`)
}

/** Longer than this no answer of the server is worth waiting for while somebody holds the tablet. */
const patience: Millis = 10_000

export const pageFetch = (path: string, init: RequestInit): Promise<Response> =>
  fetch(path, { ...init, cache: 'no-store', signal: AbortSignal.timeout(patience) })

export function every(pause: Millis, run: () => void): Cancel {
  const timer = setInterval(run, pause)
  return () => clearInterval(timer)
}

export const everySecond = (run: () => void): Cancel => every(1_000, run)

export type News = { tell(): void; hear(run: () => void): void }

/** Word between the tabs of one screen: something that all of them look at has changed. */
export function newsBetweenTabs(name: string): News {
  const channel = new BroadcastChannel(name)
  return {
    tell: () => channel.postMessage(null),
    hear: (run) => channel.addEventListener('message', run),
  }
}

/** Every touch, click and key of a person. */
export function onTouch(run: () => void): Cancel {
  const kinds = ['pointerdown', 'keydown'] as const
  for (const kind of kinds) document.addEventListener(kind, run, { capture: true, passive: true })
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, run, { capture: true })
  }
}
