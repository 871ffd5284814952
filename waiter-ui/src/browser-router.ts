// The route as a signal, kept in step with the address bar, so that the device's own Back works.
import type { Cancel } from '@comanda/shared/ports/time'
import { type ReadonlySignal, signal } from '@preact/signals'
import { hashOf, type Route, routeOf } from './route.ts'

export type Router = {
  route: ReadonlySignal<Route>
  go(route: Route): void
  /** As go(), but Back does not lead to where one was. */
  replace(route: Route): void
  dispose: Cancel
}

export function browserRouter(page: Window): Router {
  const route = signal(routeOf(page.location.hash))
  const read = () => {
    route.value = routeOf(page.location.hash)
  }
  const turn = (to: Route, write: (hash: string) => void) => {
    if (hashOf(to) === hashOf(route.peek())) return
    write(hashOf(to))
    route.value = to
  }
  page.addEventListener('hashchange', read)
  page.addEventListener('popstate', read)
  return {
    route,
    go: (to) => turn(to, (hash) => page.history.pushState(null, '', hash)),
    replace: (to) => turn(to, (hash) => page.history.replaceState(null, '', hash)),
    dispose() {
      page.removeEventListener('hashchange', read)
      page.removeEventListener('popstate', read)
    },
  }
}
