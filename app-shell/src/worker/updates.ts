// A new release of this screen: found by the browser, waiting until a person says yes. Nothing here reloads by itself.

import type { Cancel, Millis } from '@comanda/shared/ports/time'
import { type ReadonlySignal, signal } from '@preact/signals'

export type Updates = {
  /** A newer release is loaded and waits. */
  readonly isReady: ReadonlySignal<boolean>
  /** Takes it and loads the page again: all that is unsent lies in this device's storage. */
  take(): void
  /** Loads the page again as it is. */
  reload(): void
}

export type UpdateParts = {
  readonly screen: string
  readonly every: (pause: Millis, run: () => void) => Cancel
}

const lookEvery: Millis = 30 * 60_000

type Policy = { createScriptURL(url: string): string }
type WithTrustedTypes = {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy
  }
}

/** The page's policy lets a script's address through only from here, and only the worker's own. */
function workerAddress(screen: string): string {
  const own = `/${screen}/sw.js`
  const { trustedTypes } = globalThis as WithTrustedTypes
  if (trustedTypes === undefined) return own
  const policy = trustedTypes.createPolicy('comanda', {
    createScriptURL: (url) => {
      if (url !== own) throw new TypeError(`${url} is no script of this screen`)
      return url
    },
  })
  return policy.createScriptURL(own)
}

export function watchUpdates({ screen, every }: UpdateParts): Updates {
  const isReady = signal(false)
  let registered: ServiceWorkerRegistration | undefined
  const reload = (): void => globalThis.location.reload()
  const updates: Updates = {
    isReady,
    reload,
    take() {
      const waiting = registered?.waiting
      // It may serve already: a page that no worker serves (a forced reload) holds none back.
      if (waiting === undefined || waiting === null) return reload()
      waiting.addEventListener('statechange', () => {
        if (waiting.state === 'activated' || waiting.state === 'redundant') reload()
      })
      waiting.postMessage('take-over')
    },
  }
  // Over plain HTTP there is none.
  if (!('serviceWorker' in navigator)) return updates

  const look = (registration: ServiceWorkerRegistration): void => {
    // The first one ever is no update: it serves from the next start on.
    if (registration.waiting !== null && registration.active !== null) isReady.value = true
  }
  void navigator.serviceWorker
    .register(workerAddress(screen), { scope: `/${screen}/`, updateViaCache: 'none' })
    .then((registration) => {
      registered = registration
      look(registration)
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', () => look(registration))
      })
      every(lookEvery, () => void registration.update().catch(() => {}))
    })
    // Without it the screen works; only a start without the server does not.
    .catch(() => {})
  return updates
}
